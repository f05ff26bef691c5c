import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { publicPackages, root, type WorkspacePackage } from './workspace.js'

const run = promisify(execFile)

/** A tarball as `npm publish` would send it. */
export interface PackedPackage extends WorkspacePackage {
  /** Absolute path of the tarball. */
  readonly tarball: string
  /** Paths inside the package. */
  readonly files: readonly string[]
  /** Bytes of the tarball. */
  readonly size: number
}

/** Packs every public package into `destination`. They must have been built. */
export async function packPackages(destination: string): Promise<readonly PackedPackage[]> {
  const workspaces = publicPackages.flatMap(({ manifest }) => ['-w', manifest.name])
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', destination, ...workspaces], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  const packed = listPacked(JSON.parse(stdout))
  return publicPackages.map((each) => {
    const found = packed.find(({ name }) => name === each.manifest.name)
    if (found === undefined) throw new Error(`npm pack did not pack ${each.manifest.name}.`)
    const files = found.files.map(({ path }) => path)
    return { ...each, tarball: join(destination, found.filename), files, size: found.size }
  })
}

/**
 * Lays packed packages out as an installation has them, each with links to what it declares and to nothing else, so that
 * an import of something undeclared fails as it would on a user's machine.
 */
export async function installPacked(packed: readonly PackedPackage[], project: string): Promise<void> {
  const modules = join(project, 'node_modules')
  for (const { folder, manifest, files } of packed) {
    const target = join(modules, manifest.name)
    for (const file of files) {
      await mkdir(dirname(join(target, file)), { recursive: true })
      await copyFile(join(root, folder, file), join(target, file))
    }
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const own = packed.some((each) => each.manifest.name === name)
      await link(own ? join(modules, name) : findInstalled(name, folder), join(target, 'node_modules', name))
    }
    for (const name of Object.keys(manifest.peerDependencies ?? {})) {
      await link(findInstalled(name, folder), join(modules, name))
    }
  }
}

interface NpmPacked {
  readonly name: string
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

/** npm prints a list, or an object by name, as its version has it. */
function listPacked(printed: readonly NpmPacked[] | Readonly<Record<string, NpmPacked>>): readonly NpmPacked[] {
  return Array.isArray(printed) ? printed : Object.values(printed)
}

function findInstalled(name: string, folder: string): string {
  const own = join(root, folder, 'node_modules', name)
  return existsSync(own) ? own : join(root, 'node_modules', name)
}

async function link(target: string, path: string): Promise<void> {
  if (existsSync(path)) return
  await mkdir(dirname(path), { recursive: true })
  await symlink(target, path, 'junction')
}
