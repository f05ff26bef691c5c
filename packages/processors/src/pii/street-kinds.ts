/** A word for a kind of street. */
export interface StreetKind {
  /** `weak` where the word, or what ends like it, means much else, too. */
  readonly strength: 'strong' | 'weak'
}

/**
 * Where the kind stands: before the name (`rue de la Paix`), behind the name with the number in front (`12 Oak Street`), or behind
 * the name with the number behind (`Lange Straße 12`).
 */
type KindPlace = 'first' | 'last' | 'behind'

const STRONG: StreetKind = { strength: 'strong' }
const WEAK: StreetKind = { strength: 'weak' }

const KINDS: Readonly<Record<KindPlace, ReadonlyMap<string, StreetKind>>> = {
  first: list(
    'rue avenue boulevard bd impasse allée viale piazza piazzale corso vicolo calle c/ avenida avda av. carrera jalan jl. rua travessa ' +
      'ulica ul. ul aleja al. улица ул. ул проспект пр. переулок вулиця вул. bulevardul str. strada οδός odos',
    'place chemin quai cours route square via largo plaza paseo praça plac pl. os.',
  ),
  last: list(
    'Street St Avenue Ave Road Rd Boulevard Blvd Lane Ln Parkway Pkwy Terrace Crescent Cres',
    'Drive Dr Court Ct Place Pl Square Sq Way Ter Highway Hwy Close Circle Cir Trail Alley Row Mews Gardens Grove ' +
      'Walk Esplanade Quay Loop Pike Park Plaza',
  ),
  behind: list(
    'Straße Strasse Str. Str Allee Chaussee utca Caddesi caddesi Cad. Sokak sokak Sok. Sokağı Bulvarı Mahallesi Mah.',
    'Weg Gasse Platz Damm Ufer Ring út tér Steig',
  ),
}

/** Endings of names that hold the kind of street: German, Dutch, the languages of the north, Finnish. */
const STRONG_END =
  /\p{L}(?:stra(?:ß|ss)e|str\.|strasse|gasse|allee|chaussee|gata|gatan|vägen|veien|vegen|vej|straat|laan|gracht|katu|utca)$/u
const WEAK_END =
  /\p{L}(?:weg|platz|damm|ufer|steig|gade|gaten|stræde|stigen|stien|plein|kade|dijk|singel|tie|kuja|polku|allé)$/u

/** The kind of street that a word names at a place; names with a capital in English and German must have it. */
export function findStreetKind(word: string, place: KindPlace): StreetKind | undefined {
  const written = place === 'first' ? word.toLowerCase() : word
  return KINDS[place].get(written) ?? KINDS[place].get(written.replace(/\.$/, ''))
}

/** The kind of street that the name of a street ends in; a name has a capital. */
export function endsInStreet(word: string): StreetKind | undefined {
  if (!/^\p{Lu}/u.test(word)) return undefined
  return STRONG_END.test(word) ? STRONG : WEAK_END.test(word) ? WEAK : undefined
}

function list(strong: string, weak: string): ReadonlyMap<string, StreetKind> {
  const entries = (words: string, kind: StreetKind) => words.split(' ').map((word) => [word, kind] as const)
  return new Map([...entries(weak, WEAK), ...entries(strong, STRONG)])
}
