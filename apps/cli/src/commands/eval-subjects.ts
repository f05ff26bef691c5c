import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Profile, profileSchema, profiles, type Subject } from '@gatehouse/evaluation'
import { isProcessor, type Processor } from '@gatehouse/sdk'
import { EvalOptionError } from './eval-error.js'
import { isReportFile, parseJson, readJson } from './eval-files.js'

/** Options that say which processors are measured, and how. */
export interface SubjectFlags {
  readonly config?: string
  readonly parameters?: string
  readonly profile?: string
  readonly positive?: readonly string[]
  readonly negative?: readonly string[]
  readonly stage?: 'input' | 'response'
  readonly diff?: string
}

/** The processors to measure. */
export interface Subjects {
  /** Those that were named, and the one to compare with, if any. */
  readonly all: readonly Subject[]
  /** Name of the one that the others are compared with; `undefined` when there is none. */
  readonly other: string | undefined
}

/** Loads the processors that were named. @throws EvalOptionError when one cannot be had, or its parameters are wrong. */
export async function loadSubjects(names: readonly string[], flags: SubjectFlags): Promise<Subjects> {
  const available = await availableProcessors(flags.config)
  const profile = await readProfile(flags)
  const parametersOf = await readParameters(names, flags.parameters)
  const subjects: Subject[] = []
  for (const name of names) {
    const processor = await findProcessor(name, available)
    subjects.push(makeSubject(reportName(name, processor), processor, profile, parametersOf(name), flags))
  }
  const repeated = subjects.find(({ name }, index) => subjects.findIndex((other) => other.name === name) !== index)
  if (repeated !== undefined) throw new EvalOptionError(`There are two processors of the name "${repeated.name}".`)
  const [first, ...others] = subjects
  if (flags.diff === undefined || isReportFile(flags.diff) || first === undefined) {
    return { all: subjects, other: undefined }
  }
  if (others.length > 0) throw new EvalOptionError('--diff with a processor takes one processor to compare it with.')
  const processor = await findProcessor(flags.diff, available)
  const name = `${first.name} (old)`
  const sameProfile = first.profile ?? profiles[first.name]
  return { all: [first, makeSubject(name, processor, sameProfile, first.parameters, flags)], other: name }
}

function makeSubject(
  name: string,
  processor: Processor,
  profile: Profile | undefined,
  parameters: Readonly<Record<string, unknown>> | undefined,
  { stage }: SubjectFlags,
): Subject {
  const unknown = Object.keys(parameters ?? {}).filter(
    (key) => !Object.hasOwn(processor.signatureDocument.parameters.properties, key),
  )
  const outcome = processor.readParameters(JSON.stringify(parameters ?? {}), 'operator')
  const problems = [...(outcome.valid ? [] : outcome.problems), ...unknown.map((key) => `unknown parameter: ${key}`)]
  if (problems.length > 0)
    throw new EvalOptionError(`The parameters of "${name}" are not valid: ${problems.join('; ')}`)
  const hasStage = stage === undefined || processor.handlers[stage === 'input' ? 'processInput' : 'processResponse']
  if (!hasStage) throw new EvalOptionError(`Processor "${name}" has no ${stage} stage.`)
  return { name, processor, profile, parameters, stage }
}

/** What a processor is called in the report: a module by the name of its processor, others as they were named. */
function reportName(asked: string, processor: Processor): string {
  return isPath(asked) ? processor.name : asked
}

async function availableProcessors(config: string | undefined): Promise<readonly Processor[]> {
  if (config !== undefined) {
    const { checkConfiguration } = await import('@gatehouse/processor-server')
    return (await checkConfiguration(config)).served
  }
  const { catalogue } = await import('@gatehouse/processors')
  return Object.values(catalogue)
}

async function findProcessor(asked: string, available: readonly Processor[]): Promise<Processor> {
  if (isPath(asked)) return importProcessor(asked)
  const found = available.find(({ name, path, id }) => [name, path, id].includes(asked))
  if (found !== undefined) return found
  const offer = available.map(({ name }) => name).join(', ')
  throw new EvalOptionError(
    `There is no processor "${asked}"; there are ${offer}. A module's path begins with "./" or "/".`,
  )
}

function isPath(name: string): boolean {
  return /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(name)
}

/** @param asked a path, and after `#` the name of the export where the module has more than one processor. */
async function importProcessor(asked: string): Promise<Processor> {
  const [path = '', name] = asked.split('#', 2)
  const file = resolve(path)
  await access(file).catch(() => {
    throw new EvalOptionError(`There is no module ${JSON.stringify(path)}.`)
  })
  const exports = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
  const processors = Object.entries(exports).filter(([, value]) => isProcessor(value)) as [string, Processor][]
  const chosen =
    name === undefined && processors.length === 1
      ? processors[0]
      : processors.find(([key]) => key === (name ?? 'default'))
  if (chosen !== undefined) return chosen[1]
  const offer = processors.length === 0 ? 'none' : processors.map(([key]) => key).join(', ')
  throw new EvalOptionError(`${path} has no such processor; it exports ${offer}. Say which as ${path}#NAME.`)
}

async function readProfile({ profile, positive, negative }: SubjectFlags): Promise<Profile | undefined> {
  const chosen = profile === undefined ? undefined : await findProfile(profile)
  if (positive === undefined && negative === undefined) return chosen
  // Labels that a person gives are meant, in whatever file they stand.
  const labels = { pickFiles: false, ...(positive && { positive }), ...(negative && { negative }) }
  return profileSchema.parse({ ...chosen, ...labels })
}

async function findProfile(name: string): Promise<Profile> {
  if (Object.hasOwn(profiles, name)) return profiles[name] as Profile
  const outcome = profileSchema.safeParse(await readJson(name))
  if (outcome.success) return outcome.data
  const problems = outcome.error.issues.map(({ path, message }) => `${path.join('.') || 'profile'}: ${message}`)
  throw new EvalOptionError(`${name} is no profile: ${problems.join('; ')}.`)
}

async function readParameters(names: readonly string[], given: string | undefined) {
  if (given === undefined) return () => undefined
  const document = given.trimStart().startsWith('{') ? parseJson(given, '--parameters') : await readJson(given)
  if (!isObject(document)) throw new EvalOptionError('Expected a JSON object for --parameters.')
  if (names.length === 1) return () => document
  const stray = Object.keys(document).find((name) => !names.includes(name))
  if (stray !== undefined) {
    throw new EvalOptionError(
      `With several processors --parameters is an object by their names; "${stray}" is none of them.`,
    )
  }
  return (name: string) => {
    const own = document[name]
    if (own !== undefined && !isObject(own))
      throw new EvalOptionError(`Expected an object for the parameters of "${name}".`)
    return own
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
