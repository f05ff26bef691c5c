import { format } from 'node:util'

const methods = ['debug', 'dir', 'error', 'info', 'log', 'trace', 'warn'] as const

/** Keeps what is written to the console, until it is disposed of. It is still written. */
export function watchConsole(): Disposable & { readonly lines: readonly string[] } {
  const lines: string[] = []
  const originals = methods.map((method) => [method, console[method]] as const)
  for (const [method, original] of originals) {
    console[method] = (...values: unknown[]) => {
      lines.push(format(...values))
      Reflect.apply(original, console, values)
    }
  }
  return {
    lines,
    [Symbol.dispose]() {
      for (const [method, original] of originals) console[method] = original
    },
  }
}
