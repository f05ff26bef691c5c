import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the workspace. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo')

/** For every tool that is started: no report to anybody about its use. */
const quietEnvironment = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' }

/**
 * Brings a fresh clone, or one with a changed lock file, to where everything can run: installs the locked dependencies and
 * builds what is out of date. What is there already is not made again. Ends the process when a step fails.
 *
 * Progress goes to stderr, so that the output of what runs next stands alone on stdout.
 *
 * @param {object} [options]
 * @param {string} [options.only] name of the package to build, with all that it needs. Default: every package.
 */
export function setUp({ only } = {}) {
  try {
    checkNodeVersion()
    install()
    build(only)
  } catch (error) {
    console.error(`\n${error instanceof StepError ? error.message : error.stack}`)
    process.exit(1)
  }
}

/**
 * Builds what is out of date.
 *
 * @param {string} [only] name of the package to build, with all that it needs. Default: every package.
 * @throws {StepError} with what the build printed.
 */
export function build(only) {
  const startedAt = Date.now()
  process.stderr.write('Building what is out of date ... ')
  const args = ['run', 'build', '--output-logs=errors-only', '--ui=stream', ...(only ? [`--filter=${only}`] : [])]
  const { stdout } = run(process.execPath, [turbo, ...args], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  const [, cached, total] = /(\d+) cached, (\d+) total/.exec(stdout) ?? []
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.error(`${total - cached} of ${total} packages built, ${seconds} s.`)
}

/** A step that did not work out, for a reason that the message says in full. */
export class StepError extends Error {}

/**
 * @param {string} [version] default: that of this process.
 * @throws {StepError} when it is older than what the workspace needs.
 */
export function checkNodeVersion(version = process.versions.node) {
  const { engines } = readJson(join(root, 'package.json'))
  const [major, minor] = engines.node.match(/\d+/g).map(Number)
  const [ownMajor, ownMinor] = version.split('.').map(Number)
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return
  throw new StepError(`Gatehouse needs Node.js ${major}.${minor} or newer; this is ${version}.`)
}

function install() {
  const wanted = readJson(join(root, 'package-lock.json')).packages
  // The record that npm leaves of what it installed.
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages ?? {}
  if (isInstalled(wanted, installed)) return
  console.error('Installing dependencies: npm ci ...')
  // On Windows npm is a script, which only a shell can start.
  run('npm', ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
}

/**
 * Whether everything that a lock file wants is installed; builds for other platforms may be missing.
 *
 * @param {Record<string, object>} wanted `packages` of the lock file.
 * @param {Record<string, object>} installed the same of what is there.
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(
    ([path, { version, link, optional }]) =>
      !path.includes('node_modules/') ||
      optional === true ||
      (installed[path]?.version === version && installed[path]?.link === link),
  )
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function run(command, args, options) {
  const child = spawnSync(command, args, {
    cwd: root,
    ...options,
    env: { ...process.env, ...quietEnvironment },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (child.error?.code === 'ENOENT') throw new StepError(`"${command}" is not on the PATH. It comes with Node.js.`)
  if (child.error) throw child.error
  if (child.status === 0) return child
  const printed = `${child.stdout ?? ''}${child.stderr ?? ''}`
  throw new StepError(`${printed}This step failed: ${[command, ...args].join(' ')}`)
}
