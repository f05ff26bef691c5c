/** Longest piece of a header that an error text shows, in characters. */
const MAX_LENGTH = 64

/** A name, charset or media type that came from outside, for an error text: short, in quotes, without raw control characters. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}...` : text)
}
