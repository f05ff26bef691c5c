import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A folder of its own with labelled data, for a test. */
export class Folder {
  private constructor(readonly path: string) {}

  /** @param files rows, or the text of a file, by name; a name that ends in `.gz` is packed. */
  static async create(files: Readonly<Record<string, readonly object[] | string>>): Promise<Folder> {
    const folder = new Folder(await mkdtemp(join(tmpdir(), 'gatehouse-evaluation-')))
    for (const [name, content] of Object.entries(files)) {
      const text = typeof content === 'string' ? content : content.map((row) => `${JSON.stringify(row)}\n`).join('')
      await mkdir(dirname(folder.at(name)), { recursive: true })
      await writeFile(folder.at(name), name.endsWith('.gz') ? gzipSync(text) : text)
    }
    return folder
  }

  at(name: string): string {
    return join(this.path, name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true })
  }
}
