import type { Processor } from '@gatehouse/sdk'

/** The built-in catalogue, by name. Imported when it is asked for, so that a wrong file is told before it loads. */
export async function loadBuiltinProcessors(): Promise<ReadonlyMap<string, Processor>> {
  const { catalogue } = await import('@gatehouse/processors')
  return new Map(Object.entries(catalogue))
}
