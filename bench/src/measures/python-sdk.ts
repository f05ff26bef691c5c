import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Benchmark, Skipped } from '../benchmark.js'
import { probe } from '../load/probe.js'
import { conversation, executeRequests, sizes } from '../requests.js'
import { freePort, startAndWait } from '../servers/start-application.js'
import { startServer } from '../servers/start-server.js'
import { compareRates } from './rate.js'

interface PythonSdkSettings {
  readonly name: string
  readonly about: string
  /** Both servers have it under this name. */
  readonly processor: 'look-for-word' | 'tag-length'
  /** What both answer. */
  readonly status: 200 | 204
}

const program = fileURLToPath(new URL('../../python/trivial_processor.py', import.meta.url))

/** The same processor, protocol and requests with the Python SDK that the protocol comes from, under uvicorn. */
export function pythonSdkBenchmark({ name, about, processor, status }: PythonSdkSettings): Benchmark {
  return {
    name,
    about,
    unit: 'requests/s',
    target: { of: 'ratio', atLeast: 30 },
    async measure(effort) {
      const python = findPython()
      if ('skipped' in python) return python
      const port = await freePort()
      const ready = `/api/v1/signature/bench/${processor}`
      await using theirs = await startAndWait(python.command, [program, String(port)], port, ready)
      await using ours = await startServer('sdk-server')
      const requests = executeRequests(`/api/v1/execute/bench/${processor}`, conversation(sizes['1kb']))
      const { bytes } = await probe(ours.port, requests[0] as Buffer)
      await using bare = await startServer('floor-server', String(status), String(bytes))
      const measurement = await compareRates({ ours, floor: theirs, requests, status }, effort)
      const bound = await compareRates({ ours: bare, floor: theirs, requests, status }, effort)
      return {
        ...measurement,
        notes: [
          `reply ${status}; theirs: ${python.versions}`,
          `bare node:http with a constant reply: ${(bound.ours / bound.floor).toFixed(1)} times theirs`,
          ...(measurement.notes ?? []),
        ],
      }
    },
  }
}

/** Succeeds where the SDK is installed, and says what it would run under. */
const IMPORTS = `
import importlib.util, platform
import f5_ai_gateway_sdk, uvicorn
loop = "uvloop" if importlib.util.find_spec("uvloop") else "asyncio"
parser = "httptools" if importlib.util.find_spec("httptools") else "h11"
print(f"Python {platform.python_version()}, uvicorn {uvicorn.__version__}, {loop}, {parser}")
`

/** The package index does not have the SDK: it comes from its repository. */
const HOW_TO_INSTALL =
  'in a virtual environment (Python 3.11 or later) run pip install uvicorn ' +
  'git+https://github.com/nginxinc/f5-ai-gateway-sdk-py and set GATEHOUSE_BENCH_PYTHON to its interpreter'

/** The Python that `GATEHOUSE_BENCH_PYTHON` names, else `python3`; nothing is installed. */
function findPython(): { readonly command: string; readonly versions: string } | Skipped {
  const command = process.env.GATEHOUSE_BENCH_PYTHON ?? 'python3'
  const { status, stdout } = spawnSync(command, ['-c', IMPORTS], { encoding: 'utf8' })
  if (status === 0) return { command, versions: stdout.trim() }
  return { skipped: `${command} has no f5_ai_gateway_sdk with uvicorn; ${HOW_TO_INSTALL}` }
}
