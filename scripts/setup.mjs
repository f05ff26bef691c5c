import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the workspace. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo')

/**
 * Brings a fresh clone, or one with a changed lock file, to where everything can run: installs the locked dependencies and
 * builds every package. What is there already is not made again. Ends the process when a step fails.
 */
export function setUp() {
  if (!isInstalled()) {
    console.error('Installing dependencies (npm ci) ...')
    // On Windows npm is a script, which only a shell can start.
    run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' })
  }
  run(process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only', '--ui=stream'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  })
}

/** Whether `node_modules` holds what the lock file says, by the record that npm leaves there. */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, { version, link, optional }]) =>
      !path.includes('node_modules/') ||
      optional === true ||
      (installed[path]?.version === version && installed[path]?.link === link),
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return {}
    throw error
  }
}

function run(command, args, options = {}) {
  const child = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
  })
  if (child.error) throw child.error
  if (child.status !== 0) {
    if (child.stdout) process.stderr.write(child.stdout)
    console.error(`"${[command, ...args].join(' ')}" failed.`)
    process.exit(child.status ?? 1)
  }
}
