import type { Configuration } from '../configuration/schema.js'

/** The settings that belong to the process or its listening socket, as text that can be compared. */
function restartSettings({
  listen,
  limits,
  log,
  telemetry,
  vault,
  reload,
}: Configuration): Readonly<Record<string, string>> {
  return {
    'listen.host': listen.host,
    'listen.port': String(listen.port),
    'listen.tls': String(listen.tls !== undefined),
    'listen.tls.clientCa': String(listen.tls?.clientCa !== undefined),
    'limits.maxHeaderBytes': String(limits.maxHeaderBytes),
    'log.format': log.format,
    telemetry: JSON.stringify(telemetry),
    vault: JSON.stringify(vault),
    reload: JSON.stringify(reload),
  }
}

/** Names of settings that differ, and that only a restart can change. */
export function findRestartSettings(running: Configuration, next: Configuration): string[] {
  const now = restartSettings(running)
  const then = restartSettings(next)
  return Object.keys(now).filter((name) => now[name] !== then[name])
}
