import type { Benchmark } from './benchmark.js'
import { catalogueBenchmarks } from './catalogue/index.js'
import { codecBenchmark } from './measures/codec.js'
import { executeBenchmark } from './measures/execute.js'
import { growth } from './measures/growth.js'
import { latency } from './measures/latency.js'
import { memory } from './measures/memory.js'
import { pythonSdkBenchmark } from './measures/python-sdk.js'
import { slowClients } from './measures/slow-clients.js'
import { start } from './measures/start.js'
import { regexes } from './regexes/index.js'

/** Every benchmark, in the order of the table. */
export const benchmarks: readonly Benchmark[] = [
  executeBenchmark({
    name: 'execute-1kb',
    about: 'the execute endpoint, trivial processor, 1 KB conversation; floor: node:http, same body, constant reply',
    size: '1kb',
    target: { of: 'ratio', atLeast: 0.4 },
  }),
  executeBenchmark({
    name: 'execute-1kb-tags',
    about: 'the same with a tag in each reply: 200 with a multipart body',
    size: '1kb',
    processor: 'tag-length',
    // The Python SDK reaches 0.014 of this floor, so this is 30 times that.
    target: { of: 'ratio', atLeast: 0.42 },
  }),
  executeBenchmark({
    name: 'execute-1kb-otel',
    about: 'execute-1kb with the OpenTelemetry SDK: all spans recorded and batched, metrics, W3C trace context',
    size: '1kb',
    features: ['otel'],
    target: { of: 'ratio', atLeast: 0.25 },
  }),
  executeBenchmark({
    name: 'execute-1kb-log',
    about: "execute-1kb with Fastify's log of every request, at info, to nowhere",
    size: '1kb',
    features: ['log'],
  }),
  executeBenchmark({
    name: 'serve-1kb',
    about: 'execute-1kb through `gatehouse serve`, as it is set up by default',
    size: '1kb',
    server: 'application',
  }),
  latency,
  executeBenchmark({ name: 'execute-16kb', about: 'execute-1kb with a 16 KB conversation', size: '16kb' }),
  executeBenchmark({
    name: 'execute-16kb-unicode',
    about: 'execute-16kb with accents, Chinese and emoji',
    size: '16kb',
    script: 'unicode',
  }),
  executeBenchmark({ name: 'execute-1mb', about: 'execute-1kb with a 1 MB conversation', size: '1mb' }),
  growth,
  slowClients,
  start,
  memory,
  codecBenchmark('1kb'),
  codecBenchmark('16kb'),
  codecBenchmark('1mb'),
  pythonSdkBenchmark({
    name: 'python-sdk',
    about: "execute-1kb; floor: the protocol's original Python SDK under uvicorn with one worker",
    processor: 'look-for-word',
    status: 204,
  }),
  pythonSdkBenchmark({
    name: 'python-sdk-tags',
    about: 'execute-1kb-tags; the same floor',
    processor: 'tag-length',
    status: 200,
  }),
  ...catalogueBenchmarks,
  regexes,
]
