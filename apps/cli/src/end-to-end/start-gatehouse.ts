import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const bin = join(root, 'apps/cli/bin/gatehouse.js')

function isIn(pattern: string | RegExp, text: string): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)
}

/** One line of the log. */
export type LogRecord = Readonly<Record<string, unknown>> & { readonly message?: string }

/** A folder of its own, in which modules find the packages of the workspace. */
export class Folder {
  private constructor(readonly path: string) {}

  static async create(files: Readonly<Record<string, string>> = {}): Promise<Folder> {
    const folder = new Folder(await mkdtemp(join(tmpdir(), 'gatehouse-')))
    await symlink(join(root, 'node_modules'), folder.at('node_modules'))
    for (const [name, text] of Object.entries(files)) await folder.write(name, text)
    return folder
  }

  at(name: string): string {
    return join(this.path, name)
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(dirname(this.at(name)), { recursive: true })
    await writeFile(this.at(name), text)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true })
  }
}

/** How the command is run. */
export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** The command as a process, run as it is installed, from the compiled files. */
export class Gatehouse {
  readonly #child: ChildProcessWithoutNullStreams
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  stdout = ''
  stderr = ''

  constructor(args: readonly string[], { environment = {}, cwd = tmpdir() }: CommandOptions = {}) {
    const { PATH, HOME } = process.env
    this.#child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH, HOME, ...environment } as NodeJS.ProcessEnv,
    })
    this.#child.stdout.on('data', (data) => {
      this.stdout += data
    })
    this.#child.stderr.on('data', (data) => {
      this.stderr += data
    })
    this.exited = once(this.#child, 'close').then(([code, signal]) => ({ code, signal }))
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** The lines of the log so far. */
  get log(): LogRecord[] {
    return this.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as LogRecord)
  }

  /** Waits for the first line of the log, from the `from`th on, whose message has this in it. */
  async logged(message: string | RegExp, from = 0): Promise<LogRecord> {
    const deadline = Date.now() + 30_000
    for (;;) {
      const record = this.log.slice(from).find((each) => each.message !== undefined && isIn(message, each.message))
      if (record !== undefined) return record
      if (Date.now() > deadline || this.#hasEnded) {
        throw new Error(`Expected the log to say "${message}"; it says:\n${this.stdout}\n${this.stderr}`)
      }
      await delay(10)
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#hasEnded) this.#child.kill('SIGKILL')
    await this.exited
  }
}

/** A server that listens on a free port. */
export class Server extends Gatehouse {
  url = ''

  static async start(args: readonly string[] = [], options: CommandOptions = {}): Promise<Server> {
    const server = new Server(['serve', ...args], { ...options, environment: { PORT: '0', ...options.environment } })
    server.url = String((await server.logged('serving')).url)
    return server
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }
}

/** Runs the command to its end. */
export async function run(args: readonly string[], options: CommandOptions = {}) {
  const command = new Gatehouse(args, options)
  const { code } = await command.exited
  return { code, stdout: command.stdout, stderr: command.stderr }
}

/** The body of an execute request for one user message. */
export function exchange(content: string, parameters?: object): FormData {
  const form = new FormData()
  form.set('metadata', '{"request_id":"r","step_id":"s"}')
  form.set('input.messages', JSON.stringify({ messages: [{ role: 'user', content }] }))
  if (parameters !== undefined) form.set('input.parameters', JSON.stringify(parameters))
  return form
}

/** Source of a module with a processor that logs `began`, waits for the time in its prompt and then tags. */
export const slowModule = `
import { defineProcessor, pass, signatures } from '@gatehouse/sdk'
import { setTimeout } from 'node:timers/promises'
export const slow = defineProcessor({
  namespace: 'acme', name: 'slow', version: '1.0.0', signature: signatures.inputOnly,
  async processInput({ prompt, signal, logger }) {
    logger.info({}, 'began')
    await setTimeout(Number(prompt.messages[0].content), undefined, { signal })
    return pass({ tags: { slow: ['done'] } })
  },
})
`
