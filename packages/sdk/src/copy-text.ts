/**
 * The same text in memory of its own, for what is kept longer than the request that it came with: to the engine, a piece of
 * a text is a view that keeps the whole of it.
 */
export function copyText(text: string): string {
  const copy = Buffer.from(text).toString()
  // A lone surrogate has no bytes in UTF-8. What was decoded has none, so such a text is a view of nothing large.
  return copy === text ? copy : text
}
