/** `npm start`: sets up what is missing, then `gatehouse serve`. Options after `--` are passed on. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setUp } from './setup.mjs'

setUp({ only: '@gatehouse/cli' })

// In this process, so that signals reach the server as they are.
const command = join(root, 'apps', 'cli', 'bin', 'gatehouse.js')
process.argv.splice(1, 1, command, 'serve')
await import(pathToFileURL(command).href)
