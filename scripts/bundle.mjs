import { readFileSync, rmSync } from 'node:fs'
import { rolldown } from 'rolldown'

/**
 * `node ../../scripts/bundle.mjs [NAME=MODULE ...]`, in the folder of a package, behind the compiler: joins the modules of
 * `dist` into a few files in `dist/bundle`, since Node takes a third of a millisecond to find, read and link each.
 *
 * Every entry of `exports` becomes a file, and what entries share files of their own, so that a module exists once whatever is
 * imported. NAME=MODULE is one more entry, such as what a thread is started from. Other packages stay imports.
 */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const entries = Object.values(exports)
  .filter(({ source }) => source !== undefined)
  // A module stands beside its types.
  .map(({ default: target, types }) => [target.match(/^\.\/dist\/bundle\/(.+)\.js$/)[1], types.replace('.d.ts', '.js')])
const others = process.argv.slice(2).map((argument) => argument.split('='))

const bundle = await rolldown({
  input: Object.fromEntries([...entries, ...others]),
  platform: 'node',
  // The compiler is done with it; the one of the workspace names packages that an image is built without.
  tsconfig: false,
  external: /^[^./]/,
  plugins: [{ name: 'source-maps', load: readWithMap }],
})
rmSync('dist/bundle', { recursive: true, force: true })
await bundle.write({
  dir: 'dist/bundle',
  sourcemap: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'shared-[name].js',
})
await bundle.close()

/** A module with the map that the compiler wrote, so that those of the bundle lead to the sources. */
function readWithMap(path) {
  return { code: readFileSync(path, 'utf8'), map: JSON.parse(readFileSync(`${path}.map`, 'utf8')) }
}
