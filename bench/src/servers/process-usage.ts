import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The kernel counts processor time in these (`getconf CLK_TCK`; 100 on every Linux that Node runs on). */
const TICKS_PER_SECOND = 100

/** Processor time that a process has used so far, in seconds; undefined where the system does not tell it finely. */
export function processorSeconds(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  // proc(5): the second field is a name in parentheses, in which anything may stand; utime and stime are 14 and 15.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Memory of a process that is in RAM, in megabytes (10^6 bytes). */
export function residentMegabytes(pid: number): number {
  const kibibytes =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return (Number(kibibytes) * 1024) / 1_000_000
}
