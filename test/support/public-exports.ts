import { parseSync } from 'rolldown/utils'
import { readText, type WorkspacePackage } from './workspace.js'

/** An entry of a package, with the names that it exports. */
export interface PublicEntry {
  /** As it is imported: `@gatehouse/sdk/client`. */
  readonly specifier: string
  /** Values and types alike. */
  readonly names: readonly string[]
}

/** What the entries of a package export, read from their sources. An entry must name its exports one by one. */
export function listExports({ folder, manifest }: WorkspacePackage): readonly PublicEntry[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([entry, conditions]) => {
    if (typeof conditions === 'string') return []
    const path = `${folder}/${conditions.source?.replace('./', '')}`
    const { module } = parseSync(path, readText(path))
    const names = module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name ?? '*'))
    return [{ specifier: `${manifest.name}${entry.slice(1)}`, names }]
  })
}
