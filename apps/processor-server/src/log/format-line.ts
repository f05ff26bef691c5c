import { styleText } from 'node:util'

const colours = {
  trace: 'gray',
  debug: 'gray',
  info: 'green',
  warn: 'yellow',
  error: 'red',
  fatal: 'red',
} as const

/** Turns a log record into a line for people: time, level, message, and what else there is as `name=value`. */
export function formatLine(line: string, isColoured: boolean): string {
  const { level, time, message, ...fields } = JSON.parse(line) as Record<string, unknown>
  const label = String(level)
  const colour = colours[label as keyof typeof colours] ?? 'white'
  const padded = label.toUpperCase().padEnd(5)
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${formatValue(value)}`)
  return `${String(time).slice(11, 23)} ${isColoured ? styleText(colour, padded) : padded} ${message ?? ''}${rest.join('')}\n`
}

/** A string that stands for itself as it is, anything else as JSON, which also keeps control characters off the terminal. */
function formatValue(value: unknown): string {
  return typeof value === 'string' && /^[\w./:@-]+$/.test(value) ? value : JSON.stringify(value)
}
