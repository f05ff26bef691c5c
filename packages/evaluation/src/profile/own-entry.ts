/** The value of a key that comes from data: what every object inherits, such as `constructor`, is no entry. */
export function ownEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
