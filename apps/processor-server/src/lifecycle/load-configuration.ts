import type { Processor } from '@gatehouse/sdk'
import type { Environment } from '../configuration/overrides.js'
import { ConfigurationError, type Problem } from '../configuration/problem.js'
import type { ReadConfiguration } from '../configuration/read-configuration.js'
import { readTokens } from '../configuration/read-secrets.js'
import type { Configuration } from '../configuration/schema.js'
import type { TokenHash } from '../http/bearer.js'
import { readTls, type TlsMaterial } from '../http/read-tls.js'
import { loadProcessors } from '../processors/load-processors.js'
import { type ReadVault, readVault } from '../processors/read-vault.js'

/** Everything that a configuration names, loaded and checked. */
export interface LoadedConfiguration {
  readonly configuration: Configuration
  readonly served: readonly Processor[]
  readonly tokenHashes: readonly TokenHash[]
  readonly tls: TlsMaterial | undefined
  readonly vault: Pick<ReadVault, 'redisUrl' | 'key'>
  readonly warnings: readonly string[]
  /** Every file that took part; a change of one of them is a change of the configuration. */
  readonly files: readonly string[]
}

/**
 * Loads what a configuration names: processors, tokens, certificates.
 *
 * @throws ConfigurationError with every problem.
 */
export async function loadConfiguration(
  read: ReadConfiguration,
  environment: Environment,
  additional: readonly Processor[],
): Promise<LoadedConfiguration> {
  const { configuration } = read
  const [processors, tokens, tls, vault] = await Promise.all([
    loadProcessors(read, additional),
    readTokens(read, environment),
    readTls(read),
    readVault(read, environment),
  ])
  const problems = [
    ...processors.problems,
    ...tokens.problems,
    ...tls.problems,
    ...vault.problems,
    ...checkMetricsPlace(read),
  ]
  const files = [
    ...(read.file === undefined ? [] : [read.file]),
    ...processors.files,
    ...tokens.files,
    ...tls.files,
    ...vault.files,
  ]
  if (problems.length > 0) throw new ConfigurationError(problems, files)
  return {
    configuration,
    served: processors.served,
    tokenHashes: tokens.hashes,
    tls: tls.material,
    vault,
    warnings: [...processors.warnings, ...tls.warnings, ...warnAboutReach(configuration, tokens.hashes, tls.material)],
    files,
  }
}

/** The path for Prometheus must be free when it shares the server's port, and its own port must be another one. */
function checkMetricsPlace({ configuration: { listen, telemetry }, problemAt }: ReadConfiguration): Problem[] {
  const { prometheus } = telemetry
  if (prometheus === undefined) return []
  if (prometheus.port !== undefined) {
    const { port, host = listen.host } = prometheus
    if (port === 0 || port !== listen.port || host !== listen.host) return []
    return [
      problemAt(
        ['telemetry', 'prometheus', 'port'],
        'expected another port than that of the server; leave it out to share that one',
      ),
    ]
  }
  const isTaken =
    ['/', '/healthz', '/readyz'].includes(prometheus.path) || /^\/(api\/v1|page|empty)(\/|$)/.test(prometheus.path)
  if (!isTaken) return []
  return [
    problemAt(
      ['telemetry', 'prometheus', 'path'],
      'expected a path that the server does not use itself; or give it a port of its own',
    ),
  ]
}

function warnAboutReach(
  { listen }: Configuration,
  hashes: readonly TokenHash[],
  tls: TlsMaterial | undefined,
): string[] {
  const isLocal = /^(127\.|localhost$|::1$)/.test(listen.host)
  const isGuarded = hashes.length > 0 || tls?.ca !== undefined
  if (isLocal || isGuarded) return []
  return [
    `Whoever reaches ${listen.host} may call every processor. Set "auth.bearerTokens", or "listen.tls.clientCa", or let only the gateway reach it.`,
  ]
}
