import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own; disposing of it stops the process. */
export interface ServerProcess extends AsyncDisposable {
  readonly pid: number
  readonly port: number
}

/** Servers run on one core and the client on another, where the machine has two and `taskset` (Linux). */
const canPin = availableParallelism() >= 2 && spawnSync('taskset', ['--version']).status === 0
const SERVER_CORE = '0'
const CLIENT_CORE = '1'

/** Whether {@link pinClient} and {@link spawnServer} have an effect here. */
export function isPinned(): boolean {
  return canPin
}

/** Keeps this process off the core of the servers. */
export function pinClient(): void {
  if (canPin) spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', CLIENT_CORE, String(process.pid)])
}

/** Starts a program of this folder that calls `announce`. */
export async function startServer(program: 'floor-server' | 'sdk-server', ...args: string[]): Promise<ServerProcess> {
  const file = fileURLToPath(new URL(`${program}.js`, import.meta.url))
  const child = spawnServer(process.execPath, [file, ...args], { ipc: true })
  const exit = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with exit code ${code}.`)
  })
  const [message] = await Promise.race([once(child, 'message'), exit])
  exit.catch(() => undefined)
  return {
    pid: child.pid as number,
    port: (message as { port: number }).port,
    [Symbol.asyncDispose]: () => stop(child),
  }
}

/** Starts any command on the core of the servers. What it prints goes to stderr. */
export function spawnServer(
  command: string,
  args: readonly string[],
  { ipc = false, quiet = false, env = process.env }: { ipc?: boolean; quiet?: boolean; env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  const output = quiet ? 'ignore' : 2
  const stdio: StdioOptions = ['ignore', output, output, ...(ipc ? (['ipc'] as const) : [])]
  return canPin
    ? spawn('taskset', ['--cpu-list', SERVER_CORE, command, ...args], { stdio, env })
    : spawn(command, args, { stdio, env })
}

/** Kills a process and waits for its end. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
