import { lstat } from 'node:fs/promises'
import { type Environment, overridesFromEnvironment } from '../configuration/overrides.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import { type LoadedConfiguration, loadConfiguration } from './load-configuration.js'

/** Name of the file that is taken when none is named. */
const DEFAULT_FILE = 'gatehouse.yaml'

/**
 * The configuration file to use: the named one, else that of `GATEHOUSE_CONFIG`, else `gatehouse.yaml` in the current
 * folder if there is one, else none.
 */
export async function findConfigurationFile(
  named: string | undefined,
  environment: Environment = process.env,
): Promise<string | undefined> {
  if (named !== undefined) return named
  const told = environment.GATEHOUSE_CONFIG
  if (told !== undefined && told !== '') return told
  try {
    // A link that leads nowhere counts as well: who made it did not mean the whole catalogue.
    await lstat(DEFAULT_FILE)
    return DEFAULT_FILE
  } catch {
    return undefined
  }
}

/**
 * Does everything that a start does before it listens: reads the file, loads the modules, checks parameters, tokens and
 * certificates.
 *
 * @throws ConfigurationError with every problem.
 */
export async function checkConfiguration(
  file: string,
  environment: Environment = process.env,
): Promise<LoadedConfiguration> {
  const read = await readConfiguration({ file, overrides: overridesFromEnvironment(environment) })
  return loadConfiguration(read, environment, [])
}
