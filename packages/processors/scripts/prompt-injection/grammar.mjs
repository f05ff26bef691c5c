/** Random numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function makeRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick(list, random) {
  return list[Math.floor(random() * list.length)]
}

/**
 * Fills a template: `{name}` is one of the list `name`, filled in turn; `(a|b|)` is one of the parts, the last of which
 * may be empty. Runs of blanks that this leaves become one.
 */
export function fill(template, lists, random) {
  const text = template
    .replaceAll(/\(([^()]*\|[^()]*)\)/g, (_, parts) => pick(parts.split('|'), random))
    .replaceAll(/\{(\w+)\}/g, (whole, name) => (lists[name] ? fill(pick(lists[name], random), lists, random) : whole))
  return text.replaceAll(/ {2,}/g, ' ').replaceAll(/ ([.,!?])/g, '$1')
}
