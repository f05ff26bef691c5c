/** `npm run bench`: sets up what is missing, then measures. Options after `--` are passed on; see `--help`. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setUp } from './setup.mjs'

setUp({ only: '@gatehouse/bench' })
await import(pathToFileURL(join(root, 'bench', 'dist', 'main.js')).href)
