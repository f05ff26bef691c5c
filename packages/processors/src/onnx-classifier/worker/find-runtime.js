// @ts-check
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * @typedef {typeof import('onnxruntime-web')} Runtime both packages have the API of onnxruntime-common
 * @typedef {'onnxruntime-node' | 'onnxruntime-web'} RuntimeName
 */

/** The native runtime first: it takes a fifth of the time that the one in WebAssembly takes. */
const runtimes = /** @type {const} */ (['onnxruntime-node', 'onnxruntime-web'])

/** What to do about a package that is not there; the error names it. */
export class MissingPackageError extends Error {
  /** @override */
  name = 'MissingPackageError'
}

/**
 * Imports the runtime.
 *
 * @param {'auto' | RuntimeName} wanted
 * @returns {Promise<{ name: RuntimeName, runtime: Runtime }>}
 * @throws {MissingPackageError}
 */
export async function importRuntime(wanted) {
  for (const name of wanted === 'auto' ? runtimes : [wanted]) {
    const found = await importPackage(name)
    if (found !== undefined) return { name, runtime: /** @type {Runtime} */ (found.default ?? found) }
  }
  const install = wanted === 'auto' ? 'onnxruntime-node (faster) or onnxruntime-web (smaller)' : wanted
  throw new MissingPackageError(`onnx-classifier needs a runtime. Run "npm install ${install}".`)
}

/**
 * Imports the class that reads `tokenizer.json`.
 *
 * @returns {Promise<typeof import('@huggingface/tokenizers').Tokenizer>}
 * @throws {MissingPackageError}
 */
export async function importTokenizer() {
  const found = await importPackage('@huggingface/tokenizers')
  if (found !== undefined) return /** @type {any} */ (found).Tokenizer
  throw new MissingPackageError('onnx-classifier needs a tokenizer. Run "npm install @huggingface/tokenizers".')
}

/**
 * A package that is installed beside this one, or else in the working folder.
 *
 * @param {string} name
 * @returns {Promise<Record<string, unknown> | undefined>}
 */
async function importPackage(name) {
  try {
    return await import(name)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  try {
    return await import(pathToFileURL(createRequire(join(process.cwd(), 'package.json')).resolve(name)).href)
  } catch (error) {
    if (!isMissing(error)) throw error
    return undefined
  }
}

/** @param {unknown} error */
function isMissing(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND'
}
