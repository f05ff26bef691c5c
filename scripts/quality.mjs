/** `npm run quality`: sets up what is missing, then measures the built-in processors. Options after `--` are passed on; see `--help`. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setUp } from './setup.mjs'

setUp({ only: '@gatehouse/bench' })
await import(pathToFileURL(join(root, 'bench', 'dist', 'quality', 'main.js')).href)
