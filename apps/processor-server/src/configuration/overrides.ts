import type { SettingPath } from './problem.js'

/** Variables of the environment, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A setting that the environment or the command line decides in place of the file. */
export interface Override {
  readonly path: SettingPath
  readonly value: string | number
  readonly source: 'environment' | 'command line'
  /** The variable or option, as the operator knows it: `PORT`, `--port`. */
  readonly name: string
}

const variables: Readonly<Record<string, SettingPath>> = {
  HOST: ['listen', 'host'],
  PORT: ['listen', 'port'],
  LOG_LEVEL: ['log', 'level'],
  OTEL_EXPORTER_OTLP_ENDPOINT: ['telemetry', 'otlp', 'endpoint'],
  OTEL_SERVICE_NAME: ['telemetry', 'serviceName'],
}

/** The settings that the environment decides. A variable that is empty or blank counts as not set. */
export function overridesFromEnvironment(environment: Environment): Override[] {
  return Object.entries(variables).flatMap(([name, path]) => {
    const text = environment[name]?.trim() ?? ''
    if (text === '') return []
    const value = name === 'PORT' ? fromText(text) : text
    return [{ path, value, source: 'environment' as const, name }]
  })
}

/** A decimal number as a number, anything else as it is; the schema says what fits. */
export function fromText(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text
}

/**
 * The document with the overrides in place, later ones winning; the given document stays as it is. Where something other
 * than a map stands in the way, nothing is put, and the schema reports what stands there.
 */
export function applyOverrides(document: unknown, overrides: readonly Override[]): unknown {
  return overrides.reduce((value, { path, value: setting }) => withValue(value, path, setting), document)
}

function withValue(target: unknown, [step, ...rest]: SettingPath, value: unknown): unknown {
  if (step === undefined) return value
  if (target !== undefined && (typeof target !== 'object' || target === null || Array.isArray(target))) return target
  const map = target as Readonly<Record<string, unknown>> | undefined
  return { ...map, [step]: withValue(map?.[step], rest, value) }
}
