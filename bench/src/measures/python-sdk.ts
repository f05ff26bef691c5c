import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Benchmark } from '../benchmark.js'
import { conversation, executeRequests, sizes } from '../requests.js'
import { freePort, startAndWait } from '../servers/start-application.js'
import { startServer } from '../servers/start-server.js'
import { compareRates } from './rate.js'

const program = fileURLToPath(new URL('../../python/look_for_word.py', import.meta.url))
/** Git ignores it, and `npm ci` clears it. */
const environment = fileURLToPath(new URL('../../../node_modules/.cache/gatehouse-bench/python', import.meta.url))

/** What pip installs. The package index does not have the SDK, so it comes from its repository. */
const packages = ['uvicorn==0.34.3', 'git+https://github.com/nginxinc/f5-ai-gateway-sdk-py@v1.3.2']
const INSTALL_MS = 120_000

/** The same processor, protocol and requests with the Python SDK that the protocol comes from. */
export const pythonSdk: Benchmark = {
  name: 'python-sdk',
  about: "execute-1kb; floor: the protocol's original Python SDK under uvicorn with one worker",
  unit: 'requests/s',
  target: { of: 'ratio', atLeast: 30 },
  async measure(effort) {
    const python = findPython()
    if ('skipped' in python) return python
    const port = await freePort()
    await using theirs = await startAndWait(
      python.path,
      [program, String(port)],
      port,
      '/api/v1/signature/bench/look-for-word',
    )
    await using ours = await startServer('sdk-server')
    const requests = executeRequests('/api/v1/execute/bench/look-for-word', conversation(sizes['1kb']))
    return compareRates({ ours, floor: theirs, requests, status: 204 }, effort)
  },
}

/** A Python with the SDK: the one that `GATEHOUSE_BENCH_PYTHON` names, else one that is set up here. */
function findPython(): { readonly path: string } | { readonly skipped: string } {
  const named = process.env.GATEHOUSE_BENCH_PYTHON
  if (named !== undefined)
    return hasSdk(named) ? { path: named } : { skipped: `${named} does not have the SDK and uvicorn` }
  const path = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  if (existsSync(path) && hasSdk(path)) return { path }
  for (const command of ['python3', 'python']) {
    if (spawnSync(command, ['-m', 'venv', '--clear', environment]).status !== 0) continue
    const { status, stderr } = spawnSync(path, ['-m', 'pip', 'install', '--quiet', ...packages], {
      encoding: 'utf8',
      timeout: INSTALL_MS,
    })
    return status === 0 && hasSdk(path) ? { path } : { skipped: `pip could not install it: ${firstError(stderr)}` }
  }
  return { skipped: 'there is no Python 3.11 with venv' }
}

function hasSdk(python: string): boolean {
  return spawnSync(python, ['-c', 'import f5_ai_gateway_sdk, uvicorn']).status === 0
}

function firstError(output: string): string {
  const line = output.split('\n').find((text) => /^\s*(?:fatal|error):/i.test(text))
  return line?.trim() ?? 'it gave no reason within two minutes'
}
