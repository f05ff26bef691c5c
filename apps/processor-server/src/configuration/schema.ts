import { processorRoutesDefaults } from '@gatehouse/sdk/fastify'
import { z } from 'zod'

const routes = processorRoutesDefaults

const port = z.int().min(0).max(65_535)
const milliseconds = (least: number, most = 3_600_000) => z.int().min(least).max(most)
const path = z.string().min(1)
const host = z.string().min(1).max(253)

/** As the protocol's paths need it; a URL of dots alone would mean another folder. */
const identifier = z
  .string()
  .min(1)
  .max(128)
  .regex(/^(?!\.+$)[A-Za-z0-9._-]+$/)
  .meta({ description: 'Letters, digits, ".", "_" and "-", not only dots.' })

const processorMap = z
  .strictObject({
    builtin: z.string().min(1).optional().meta({ description: 'Name of a processor of the built-in catalogue.' }),
    module: z
      .string()
      .min(1)
      .optional()
      .meta({
        description:
          'JavaScript module with a processor of your own: a path that starts with "./", "../" or "/", relative to this ' +
          'file, or a package, looked up from the folder of this file and then from the installation of the server.',
      }),
    export: z.string().min(1).optional().meta({
      description:
        'Export of the module that is the processor. Default: the default export, else the only processor among the exports.',
    }),
    namespace: identifier
      .optional()
      .meta({ description: "Namespace to serve it under. Default: the processor's own." }),
    name: identifier.optional().meta({ description: "Name to serve it under. Default: the processor's own." }),
    aliases: z
      .array(identifier)
      .max(32)
      .default([])
      .meta({ description: 'Further namespaces to serve the same processor under, for example "f5".' }),
    parameters: z.record(z.string(), z.unknown()).optional().meta({
      description:
        "Default parameters: what counts when a request does not say otherwise. Checked against the processor's schema at start.",
    }),
    handlerTimeoutMs: milliseconds(1).optional().meta({
      description:
        'Longest time an asynchronous handler of this processor may take, in milliseconds. Default: timeouts.handlerMs.',
    }),
  })
  .refine(({ builtin, module }) => (builtin === undefined) !== (module === undefined), {
    message: 'expected either "builtin" or "module"; came both or neither',
  })
  .refine(({ builtin, export: name }) => builtin === undefined || name === undefined, {
    path: ['export'],
    message: 'goes with "module" only; "builtin" already names one processor',
  })
  .meta({
    id: 'processor',
    oneOf: [{ required: ['builtin'], properties: { export: false } }, { required: ['module'] }],
  })

/** `- language-id` is short for `- builtin: language-id`. */
const processorSettings = z.union([
  z
    .string()
    .min(1)
    .transform((builtin) => processorMap.parse({ builtin }))
    .meta({ description: 'Name of a processor of the built-in catalogue.' }),
  processorMap,
])

const secret = z
  .strictObject({
    env: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
      .optional()
      .meta({ description: 'Environment variable that holds it.' }),
    file: path.optional().meta({ description: 'File that holds it, relative to this file; blanks around it are cut.' }),
  })
  .refine(({ env, file }) => (env === undefined) !== (file === undefined), {
    message: 'expected either "env" or "file"; came both or neither',
  })
  .meta({
    id: 'secret',
    description: 'Where a secret is; the secret itself never stands in this file.',
    oneOf: [{ required: ['env'] }, { required: ['file'] }],
  })

const listen = z.strictObject({
  host: host
    .default('127.0.0.1')
    .meta({ description: 'Address to listen on; "0.0.0.0" or "::" for all. HOST in the environment wins.' }),
  port: port.default(8000).meta({ description: 'Port; 0 takes a free one. PORT in the environment wins.' }),
  tls: z
    .strictObject({
      cert: path.meta({ description: 'PEM file with the certificate and its chain, relative to this file.' }),
      key: path.meta({ description: 'PEM file with the private key, relative to this file.' }),
      clientCa: path.optional().meta({
        description:
          'PEM file with the authorities whose client certificates are let in. When set, every connection needs one (mutual TLS).',
      }),
    })
    .optional()
    .meta({ description: 'Serve HTTPS. Certificates are read again on reload.' }),
})

const auth = z.strictObject({
  bearerTokens: z
    .array(secret)
    .max(64)
    .default([])
    .meta({
      description:
        'Tokens that are let in, each of 16 to 4096 characters as RFC 6750 has them. When there is one, every route ' +
        'but the page at "/", "/healthz" and "/readyz" asks for it. GATEHOUSE_TOKEN in the environment adds one.',
    }),
})

const limits = z.strictObject({
  maxBodyBytes: z
    .int()
    .min(1024)
    .max(1_073_741_824)
    .default(routes.limits.maxBodyBytes)
    .meta({ description: 'Largest request body, in bytes; above it 413.' }),
  maxPendingBytes: z.int().min(65_536).max(1_099_511_627_776).default(routes.limits.maxPendingBytes).meta({
    description:
      'Most bytes of bodies above 64 KiB that are held at a time, and at least maxBodyBytes; above it 503 with Retry-After.',
  }),
  maxPartBytes: z
    .int()
    .min(1024)
    .max(1_073_741_824)
    .default(routes.limits.maxPartBytes)
    .meta({ description: 'Largest part of a request, in bytes; above it 413.' }),
  maxParametersBytes: z
    .int()
    .min(1024)
    .max(1_073_741_824)
    .default(routes.limits.maxParametersBytes)
    .meta({ description: 'Largest parameters part of a request, in bytes; above it 413.' }),
  maxParts: z
    .int()
    .min(6)
    .max(1000)
    .default(routes.limits.maxParts)
    .meta({ description: 'Most parts of a request; above it 400.' }),
  maxJsonDepth: z
    .int()
    .min(8)
    .max(1000)
    .default(routes.limits.maxJsonDepth)
    .meta({ description: 'Deepest nesting of JSON; above it 400.' }),
  maxJsonValues: z.int().min(1000).max(100_000_000).default(routes.limits.maxJsonValues).meta({
    description: 'Most values in the JSON of a part (objects, arrays, strings, numbers, literals); above it 413.',
  }),
  maxHeaderBytes: z
    .int()
    .min(1024)
    .max(1_048_576)
    .default(16_384)
    .meta({ description: 'Largest head of a request (request line and header fields), in bytes; above it 431.' }),
  maxConnections: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(10_000)
    .meta({ description: 'Most open connections; further ones are closed at once.' }),
  maxConcurrentExecutions: z
    .int()
    .min(1)
    .max(100_000)
    .default(routes.maxConcurrentExecutions)
    .meta({ description: 'Most executions at a time; above it 503 with Retry-After.' }),
})

const timeouts = z.strictObject({
  handlerMs: milliseconds(1)
    .default(routes.handlerTimeoutMs)
    .meta({ description: 'Longest time an asynchronous handler may take, in milliseconds; above it 504.' }),
  headersMs: milliseconds(100)
    .default(10_000)
    .meta({ description: 'Longest time to receive the head of a request, in milliseconds; above it 408.' }),
  requestMs: milliseconds(100)
    .default(60_000)
    .meta({ description: 'Longest time to receive a whole request, in milliseconds; above it 408.' }),
  keepAliveMs: milliseconds(0).default(75_000).meta({
    description:
      'How long an idle connection stays open, in milliseconds; 0 closes it after each reply. Longer than that of a balancer in front.',
  }),
  shutdownDelayMs: milliseconds(0, 600_000).default(0).meta({
    description: 'How long the server keeps accepting after a stop signal, already not ready, in milliseconds.',
  }),
  drainMs: milliseconds(0, 600_000)
    .default(25_000)
    .meta({ description: 'How long a stop waits for running requests, in milliseconds; then they are cut.' }),
})

const log = z.strictObject({
  level: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .meta({ description: 'Least level that is logged. LOG_LEVEL in the environment wins.' }),
  format: z
    .enum(['auto', 'json', 'text'])
    .default('auto')
    .meta({ description: 'One JSON object a line, or text for people; "auto" is text on a terminal, else JSON.' }),
  requests: z
    .boolean()
    .default(false)
    .meta({ description: 'Log one line for each request: method, route, status, duration; never content.' }),
})

const telemetry = z.strictObject({
  serviceName: z
    .string()
    .min(1)
    .max(255)
    .default('gatehouse-processor-server')
    .meta({ description: 'service.name of the resource. OTEL_SERVICE_NAME in the environment wins.' }),
  otlp: z
    .strictObject({
      endpoint: z.url({ protocol: /^https?$/ }).meta({
        pattern: '^[Hh][Tt][Tt][Pp][Ss]?:',
        description:
          'Base URL of an OTLP/HTTP receiver, for example "http://collector:4318"; "/v1/traces" and "/v1/metrics" are added. ' +
          'OTEL_EXPORTER_OTLP_ENDPOINT in the environment wins.',
      }),
      metricIntervalMs: milliseconds(1000)
        .default(60_000)
        .meta({ description: 'Time between two exports of metrics, in milliseconds.' }),
    })
    .optional()
    .meta({ description: 'Send traces and metrics to an OpenTelemetry collector.' }),
  prometheus: z
    .strictObject({
      path: z
        .string()
        .regex(/^\/[A-Za-z0-9._~/-]*$/)
        .default('/metrics')
        .meta({ description: 'Path of the endpoint.' }),
      port: port.optional().meta({
        description:
          'Port of its own, without TLS and tokens. Default: the port of the server, with its TLS and tokens.',
      }),
      host: host.optional().meta({ description: 'Address for the port of its own. Default: listen.host.' }),
    })
    .optional()
    .meta({ description: 'Offer metrics to Prometheus.' }),
})

const vault = z
  .strictObject({
    redis: secret.optional().meta({
      description:
        'URL of a Redis server, or one compatible with it: "redis://" or "rediss://". Default: the memory of this process.',
    }),
    key: secret.optional().meta({
      description:
        'Key of the placeholders, 32 characters or more; all servers that share a Redis have the same. Default: a random one.',
    }),
    expiresAfterMs: milliseconds(1000, 86_400_000).default(600_000).meta({
      description: 'How long the values of an exchange are kept behind its last prompt, in milliseconds.',
    }),
  })
  .refine(({ redis, key }) => redis === undefined || key !== undefined, {
    path: ['key'],
    message: 'expected a key, since "redis" is given: servers that share values need the same',
  })
  .meta({ dependentRequired: { redis: ['key'] } })

const reload = z.strictObject({
  watch: z
    .boolean()
    .default(true)
    .meta({ description: 'Reload when this file, or a file that it names, changes. SIGHUP reloads in any case.' }),
  intervalMs: milliseconds(50).default(1000).meta({
    description:
      'Time between two looks at the files, in milliseconds; a change counts once it has stood still for one.',
  }),
})

/**
 * The configuration of the processor server: types, defaults, checks, the published JSON Schema and the error texts all
 * come from here. Every map is strict, so that a misspelt setting is an error and not a default in disguise.
 */
export const configurationSchema = z
  .strictObject({
    listen: listen.prefault({}).meta({ description: 'Where the server listens.' }),
    auth: auth.prefault({}).meta({ description: 'Who may call.' }),
    processors: z.array(processorSettings).max(1000).optional().meta({
      description: 'What is served, in this order. Default: the whole built-in catalogue.',
    }),
    rootPath: z
      .string()
      .regex(/^\/[A-Za-z0-9._~/-]*$/)
      .default(routes.rootPath)
      .meta({ description: 'Put in front of the paths that /api/v1/info advertises. It changes no route.' }),
    content: z.enum(['text', 'multimodal']).default(routes.content).meta({
      description: 'Whether the content of a message is text alone, or may be a list of parts whose text is processed.',
    }),
    rejectCodeSpelling: z.enum(['clean', 'stray']).default(routes.rejectCodeSpelling).meta({
      description:
        'Spelling of AIGW_TIMEOUT and AIGW_VALIDATION: clean, or with the stray "f" that some consumers compare with.',
    }),
    limits: limits.prefault({}).meta({ description: 'What the server refuses to take.' }),
    timeouts: timeouts.prefault({}).meta({ description: 'What the server does not wait for.' }),
    log: log.prefault({}).meta({ description: 'What is logged, on standard output.' }),
    telemetry: telemetry.prefault({}).meta({ description: 'Traces and metrics; off unless an endpoint is given.' }),
    vault: vault.prefault({}).meta({
      description: 'Where the redaction style "vault" keeps what it takes out of prompts.',
    }),
    reload: reload.prefault({}).meta({ description: 'When the configuration is read again.' }),
  })
  .meta({
    title: 'Gatehouse processor server',
    description: 'Configuration of the Gatehouse processor server (gatehouse.yaml).',
  })

/** A valid configuration with its defaults in place. */
export type Configuration = z.output<typeof configurationSchema>

/** One entry of `processors`. */
export type ProcessorSettings = z.output<typeof processorSettings>

/** Where a secret is. */
export type SecretSettings = z.output<typeof secret>
