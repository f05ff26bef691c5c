/**
 * Letters that look like a Latin one, by the letter they look like. A part of the confusables of Unicode Technical
 * Standard 39 (https://www.unicode.org/Public/security/latest/confusables.txt) that is in use for hiding words, in lower
 * case and after NFKC, with small capitals and turned letters added.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑᴀɐ',
  b: 'ьвβʙɓƅ',
  c: 'сϲᴄϹƈ',
  d: 'ԁɗᴅđժ',
  e: 'еεєɛᴇəǝҽ',
  f: 'ғϝꜰƒ',
  g: 'ɡԍɢցǥ',
  h: 'һнηʜɦհ',
  i: 'іιɩɪıї',
  j: 'јʝϳᴊ',
  k: 'кκᴋƙ',
  l: 'ӏʟłɭⅼ',
  m: 'мᴍɱ',
  n: 'пոɴɲʼnռ',
  o: 'оοσᴏօøөס',
  p: 'рρᴘƿ',
  q: 'ԛզ',
  r: 'гʀɹɾꭇ',
  s: 'ѕꜱʂƽ',
  t: 'тτᴛŧƭ',
  u: 'υᴜսʋ',
  v: 'ѵνᴠⅴ',
  w: 'ԝωᴡաɯ',
  x: 'хχ',
  y: 'уγʏүყ',
  z: 'ᴢʐƶ',
}

const latinOf = new Map<number, number>(
  Object.entries(LOOK_ALIKES).flatMap(([latin, letters]) =>
    Array.from(letters, (letter): [number, number] => [letter.charCodeAt(0), latin.charCodeAt(0)]),
  ),
)

/** The Latin letter that a letter of another script looks like, as code units; undefined when it looks like none. */
export function findLatinLookAlike(unit: number): number | undefined {
  return latinOf.get(unit)
}
