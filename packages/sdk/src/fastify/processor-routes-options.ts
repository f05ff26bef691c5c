import { defaultContentOptions, type JsonBounds, kindOf } from '../content/index.js'
import type { ExecutionOptions } from '../execution/index.js'
import { isProcessor, isTimeout, type Processor, timeoutRange } from '../processor/index.js'
import { defaultMultipartLimits, type MultipartLimits } from '../wire/index.js'

/** Limits on what arrives, checked before memory is spent on it. */
export interface WireLimits extends MultipartLimits {
  /** Most bytes in a request body. Default 48 MiB. */
  readonly maxBodyBytes: number
  /**
   * Most bytes of bodies above 64 KiB that are held at a time, from their arrival to the end of the reply; above it 503 with
   * `Retry-After`. One body of `maxBodyBytes` always has room. Default 256 MiB.
   */
  readonly maxPendingBytes: number
  /** Most levels of nested objects and arrays in a part. Default 128. */
  readonly maxJsonDepth: number
  /** Most values in a part: objects, arrays, strings, numbers and literals, without keys. Default 500,000. */
  readonly maxJsonValues: number
}

/** Options of `processorRoutes`. */
export interface ProcessorRoutesOptions
  extends Partial<Pick<ExecutionOptions, 'content' | 'handlerTimeoutMs' | 'rejectCodeSpelling'>> {
  /** What to serve, in this order. Two with one lower-cased path are refused. */
  readonly processors: readonly Processor[]
  /** Put in front of the advertised paths; changes nothing about routing. Default `/`. */
  readonly rootPath?: string
  /** See {@link WireLimits}. */
  readonly limits?: Partial<WireLimits>
  /**
   * Most executions at a time; one more is answered 503 with `Retry-After`. A handler whose time is up, or whose client has
   * left, counts until it ends, for 60 s at most. Default 1024.
   */
  readonly maxConcurrentExecutions?: number
  /**
   * Whether the plugin logs the `startupWarning` of each processor when it is registered; off for who reports them in
   * another way. Default true.
   */
  readonly logWarnings?: boolean
}

/** {@link ProcessorRoutesOptions} with every default filled in. */
export interface ProcessorRoutesSettings extends ExecutionOptions {
  readonly processors: readonly Processor[]
  readonly rootPath: string
  readonly limits: WireLimits
  readonly maxConcurrentExecutions: number
  readonly logWarnings: boolean
}

/** Defaults of {@link ProcessorRoutesOptions}. */
export const processorRoutesDefaults = {
  rootPath: '/',
  limits: {
    ...defaultMultipartLimits,
    maxBodyBytes: 48 * 1024 * 1024,
    maxPendingBytes: 256 * 1024 * 1024,
    maxJsonDepth: defaultContentOptions.maxJsonDepth,
    maxJsonValues: defaultContentOptions.maxJsonValues,
  },
  content: 'text',
  handlerTimeoutMs: 30_000,
  rejectCodeSpelling: 'clean',
  maxConcurrentExecutions: 1024,
  logWarnings: true,
} as const satisfies Omit<Required<ProcessorRoutesOptions>, 'processors'>

/** So many parts every server takes: there are six names. */
const MIN_PARTS = 6

/**
 * Fills in defaults and checks that the options hold together.
 *
 * @throws TypeError for what is no processor, two processors with one path, and an option that is out of its range.
 */
export function settleRoutesOptions(options: ProcessorRoutesOptions): ProcessorRoutesSettings {
  const limits: WireLimits = { ...processorRoutesDefaults.limits, ...options.limits }
  const settings = { ...processorRoutesDefaults, ...options, limits, ...jsonBoundsOf(limits) }
  checkRanges(settings)
  const paths = new Map<string, Processor>()
  for (const processor of options.processors) {
    if (!isProcessor(processor)) {
      throw new TypeError(`"processors" must hold what defineProcessor returns; it holds ${kindOf(processor)}.`)
    }
    const other = paths.get(processor.path)
    if (other !== undefined) {
      throw new TypeError(
        `Processors "${other.id}" and "${processor.id}" have the same path "${processor.path}"; give one an alias.`,
      )
    }
    paths.set(processor.path, processor)
  }
  return settings
}

function jsonBoundsOf({ maxJsonDepth, maxJsonValues }: WireLimits): JsonBounds {
  return { maxJsonDepth, maxJsonValues }
}

function checkRanges({
  limits,
  maxConcurrentExecutions,
  handlerTimeoutMs,
  content,
  rejectCodeSpelling,
}: ProcessorRoutesSettings): void {
  for (const [name, value] of Object.entries({ ...limits, maxConcurrentExecutions })) {
    if (!Number.isInteger(value) || value < 1) throw outOfRange(name, 'an integer above 0', value)
  }
  if (limits.maxParts < MIN_PARTS) throw outOfRange('maxParts', `at least ${MIN_PARTS}`, limits.maxParts)
  if (!isTimeout(handlerTimeoutMs)) throw outOfRange('handlerTimeoutMs', timeoutRange, handlerTimeoutMs)
  if (!['text', 'multimodal'].includes(content)) throw outOfRange('content', '"text" or "multimodal"', content)
  if (!['clean', 'stray'].includes(rejectCodeSpelling)) {
    throw outOfRange('rejectCodeSpelling', '"clean" or "stray"', rejectCodeSpelling)
  }
}

function outOfRange(name: string, expected: string, value: unknown): TypeError {
  return new TypeError(`"${name}" must be ${expected}; it is ${typeof value === 'number' ? value : kindOf(value)}.`)
}
