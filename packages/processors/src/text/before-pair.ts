/** The place itself, or the one before it when it is inside a surrogate pair. */
export function beforePair(text: string, place: number): number {
  return (text.codePointAt(place - 1) ?? 0) > 0xffff ? place - 1 : place
}
