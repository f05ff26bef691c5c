import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page, PageFile } from './page.js'
import { FILES_PATH, writeDocument } from './page-document.js'
import { icon } from './page-icon.js'
import { style } from './page-style.js'

/** Where the compiled scripts are, seen from this file in `src` and in `dist` alike. */
const SCRIPTS = new URL('../../dist/page/', import.meta.url)

/** The folders there that hold scripts of the page, and the script that starts the others. */
const FOLDERS = ['model', 'view']
const MAIN = 'view/main.js'

/**
 * What the page may do (Content Security Policy Level 3): run and show its own files and call the server that it came from.
 * No markup is ever made from text, which `trusted-types` holds in browsers that know it.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The page and its files may be kept, but are asked for again before each use, so that they always belong together. */
const commonHeaders = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

const pageHeaders = {
  ...commonHeaders,
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
}

const fileHeaders = { ...commonHeaders, 'content-security-policy': "default-src 'none'" }

/**
 * Loads the page into memory.
 *
 * @returns `undefined` when the scripts are not built, as in a fresh clone; then there is no page.
 */
export async function loadPage(): Promise<Page | undefined> {
  const scripts = await readScripts()
  if (!scripts.has(MAIN)) return undefined
  const paths = [MAIN, ...[...scripts.keys()].filter((path) => path !== MAIN).sort()]
  return {
    html: writeDocument(paths),
    headers: pageHeaders,
    files: [
      toFile('icon.svg', 'image/svg+xml', icon),
      toFile('style.css', 'text/css; charset=utf-8', style),
      ...[...scripts].map(([path, body]) => toFile(path, 'text/javascript; charset=utf-8', body)),
    ],
  }
}

async function readScripts(): Promise<ReadonlyMap<string, string>> {
  const scripts = new Map<string, string>()
  for (const folder of FOLDERS) {
    for (const name of await listScripts(new URL(`${folder}/`, SCRIPTS))) {
      scripts.set(`${folder}/${name}`, await readFile(new URL(`${folder}/${name}`, SCRIPTS), 'utf8'))
    }
  }
  return scripts
}

async function listScripts(folder: URL): Promise<string[]> {
  try {
    const names = await readdir(fileURLToPath(folder), { recursive: true })
    return names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.js'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function toFile(path: string, contentType: string, body: string): PageFile {
  const hash = createHash('sha256').update(body).digest('base64url')
  return {
    path: `/${FILES_PATH}/${path}`,
    body,
    etag: `"${hash}"`,
    headers: { ...fileHeaders, 'content-type': contentType },
  }
}
