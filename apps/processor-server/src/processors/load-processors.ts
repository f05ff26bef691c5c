import { configureProcessor, type Processor, ProcessorError, startupWarning } from '@gatehouse/sdk'
import { didYouMean } from '../configuration/did-you-mean.js'
import { describe } from '../configuration/explain-issue.js'
import type { Problem, SettingPath } from '../configuration/problem.js'
import type { ReadConfiguration } from '../configuration/read-configuration.js'
import type { ProcessorSettings } from '../configuration/schema.js'
import { loadBuiltinProcessors } from './builtin.js'
import { ImportProblem, importProcessor, locateModule } from './import-processor.js'

/** What the configuration serves, or what is wrong with it. */
export interface LoadedProcessors {
  /** In the order of the configuration. */
  readonly served: readonly Processor[]
  readonly problems: readonly Problem[]
  /** What an operator should know, such as an action without its permission. */
  readonly warnings: readonly string[]
  /** Module files that the processors came from, or should have come from. */
  readonly files: readonly string[]
}

/** Loads every processor of the configuration, followed by `additional` ones, and tells all problems at once. */
export async function loadProcessors(
  { configuration, folder, problemAt }: ReadConfiguration,
  additional: readonly Processor[] = [],
): Promise<LoadedProcessors> {
  const builtin = await loadBuiltinProcessors()
  const settings = configuration.processors
  if (settings === undefined) {
    const served = [...builtin.values(), ...additional]
    return { served, problems: [], warnings: warningsOfCatalogue(served), files: [] }
  }

  const problems: Problem[] = []
  const served: Processor[] = []
  const files: string[] = []
  const placeOfPath = new Map<string, string>()
  for (const [index, entry] of settings.entries()) {
    const at = (steps: SettingPath, message: string) =>
      problems.push(problemAt(['processors', index, ...steps], message))
    const processor = await loadProcessor(entry, folder, builtin, files, at)
    for (const alias of processor === undefined ? [] : withAliases(processor, entry, at)) {
      const earlier = placeOfPath.get(alias.path)
      if (earlier !== undefined) {
        at(
          [],
          `expected a path of its own; "${alias.path}" is already that of ${earlier}. Give one of them another "name" or "namespace"`,
        )
        continue
      }
      placeOfPath.set(alias.path, `processors[${index}]`)
      served.push(alias)
    }
  }
  served.push(...additional)
  return { served, problems, warnings: warningsOf(served), files }
}

type Report = (steps: SettingPath, message: string) => void

async function loadProcessor(
  entry: ProcessorSettings,
  folder: string,
  builtin: ReadonlyMap<string, Processor>,
  files: string[],
  report: Report,
): Promise<Processor | undefined> {
  if (entry.module === undefined) {
    const name = entry.builtin ?? ''
    const processor = builtin.get(name)
    if (processor === undefined) {
      const near = didYouMean(name, builtin.keys())
      const hint = near === undefined ? `there are ${[...builtin.keys()].join(', ')}` : `did you mean "${near}"?`
      report(['builtin'], `expected the name of a built-in processor; came ${describe(name)}; ${hint}`)
    }
    return processor
  }
  const file = locateModule(entry.module, folder)
  if (file !== undefined) files.push(file)
  try {
    return await importProcessor(entry.module, file, entry.export)
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error
    report(error.setting, error.message)
    return undefined
  }
}

/** The processor under its own namespace and under each alias, with the parameters and the time limit of its entry. */
function withAliases(processor: Processor, entry: ProcessorSettings, report: Report): Processor[] {
  const { namespace = processor.namespace, name = processor.name, parameters = {}, handlerTimeoutMs } = entry
  const timeLimit = handlerTimeoutMs === undefined ? {} : { handlerTimeoutMs }
  try {
    const problems = [...explainUnknown(processor, parameters), ...explainInvalid(processor, parameters)]
    for (const { path, message } of problems) report(['parameters', ...path], message)
    if (problems.length > 0) return []
    const configured = configureProcessor(processor, { namespace, name, parameters, ...timeLimit })
    configured.readParameters()
    return [configured, ...entry.aliases.map((alias) => configureProcessor(configured, { namespace: alias }))]
  } catch (error) {
    // The processor's own preparation refuses them, for example a pattern that does not compile.
    const details = ProcessorError.isProcessorError(error) ? [error.detail, ...error.messages] : [String(error)]
    report(['parameters'], details.join('; '))
    return []
  }
}

interface ParameterProblem {
  readonly path: SettingPath
  readonly message: string
}

function explainUnknown(processor: Processor, parameters: Readonly<Record<string, unknown>>): ParameterProblem[] {
  const known = Object.keys(processor.signatureDocument.parameters.properties)
  const unknown = Object.keys(parameters).filter((name) => !known.includes(name))
  return unknown.map((name) => {
    const near = didYouMean(name, known)
    const hint = near === undefined ? `there are ${known.join(', ')}` : `did you mean "${near}"?`
    return { path: [name], message: `is no parameter of "${processor.id}"; ${hint}` }
  })
}

/**
 * What the schema refuses, and unknown keys further down. A required parameter may be missing here, since a request can
 * bring it.
 */
function explainInvalid(processor: Processor, parameters: Readonly<Record<string, unknown>>): ParameterProblem[] {
  const outcome = processor.readParameters(JSON.stringify(parameters), 'operator')
  const refused = outcome.valid ? [] : outcome.problems.map(readProblem)
  const unknown = outcome.warnings
    .map(readProblem)
    .filter(({ path, message }) => message === 'unknown key' && path.length > 1)
  return [...refused, ...unknown].filter(({ path }) => Object.hasOwn(parameters, path[0] ?? ''))
}

/** Reads `reason: path`, the steps of the path joined by commas, which is the form that the protocol gives problems. */
function readProblem(problem: string): ParameterProblem {
  const [, message = problem, steps = ''] = /^(.*): ([^:]*)$/s.exec(problem) ?? []
  return { path: steps.split(',').map((step) => (/^\d+$/.test(step) ? Number(step) : step)), message }
}

/** Nobody chose these parameters, so one remark on all of them is enough. */
function warningsOfCatalogue(served: readonly Processor[]): string[] {
  const powerless = served.filter((processor) => startupWarning(processor) !== undefined).map(({ id }) => id)
  if (powerless.length === 0) return []
  return [
    `without "processors" in a configuration, these change or reject only when a request permits it by "modify" or "reject": ${powerless.join(', ')}`,
  ]
}

function warningsOf(served: readonly Processor[]): string[] {
  return served.map(startupWarning).filter((warning) => warning !== undefined)
}
