/**
 * `node deploy/collect-image.mjs FOLDER`: copies what the container runs into FOLDER: of each package that the command needs
 * its manifest and what the manifest says it runs on, and the installed dependencies.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = process.argv[2]
if (target === undefined) throw new Error('Expected the folder to copy to.')

const seen = new Set()
collect(join(root, 'apps', 'cli'))
cpSync(join(root, 'node_modules'), join(target, 'node_modules'), {
  recursive: true,
  filter: isNeeded,
  verbatimSymlinks: true,
})
cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'))
mkdirSync(join(target, 'config'), { recursive: true })

/** Copies a package of the workspace, then those that it depends on. */
function collect(folder) {
  if (seen.has(folder)) return
  seen.add(folder)
  const { files, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const place = join(target, relative(root, folder))
  // Sources are published for debuggers; nothing runs them.
  const shipped = files.filter((name) => !name.startsWith('!') && name !== 'src')
  for (const name of ['package.json', ...shipped]) {
    const from = join(folder, name)
    if (existsSync(from)) cpSync(from, join(place, name), { recursive: true, filter: isNeeded })
  }
  const own = join(folder, 'node_modules')
  if (existsSync(own))
    cpSync(own, join(place, 'node_modules'), { recursive: true, filter: isNeeded, verbatimSymlinks: true })
  for (const name of Object.keys(dependencies)) {
    const installed = join(root, 'node_modules', name)
    const real = existsSync(installed) ? realpathSync(installed) : installed
    if (!real.includes('node_modules')) collect(real)
  }
}

/** Declarations and source maps are for people and compilers. */
function isNeeded(path) {
  return !/\.(d\.[cm]?ts|map|tsbuildinfo)$/.test(path)
}
