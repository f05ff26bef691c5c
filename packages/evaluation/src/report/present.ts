/** A type whose members that may be `undefined` may be absent instead. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K]
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

/** A copy without the members that are `undefined`, so that JSON and types agree on what is absent. */
export function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>
}

/** Rounds a rate to four decimals. */
export function round(rate: number): number {
  return Math.round(rate * 10_000) / 10_000
}
