/** Words right before a number that say it is something else, in several languages, with what may stand between. */
const AGAINST =
  /(?:order|invoice|tracking|ticket|version|build|commit|release|revision|isbn|issn|sku|serial|timestamp|part|model|page|port|line|row|pid|article|artikel|bestell\w{0,6}|rechnung\w{0,8}|auftrags\w{0,6}|commande|facture|pedido|factura|fattura|ordine|zamówieni\w{1,3}|заказ\w?|订单号?|注文番号|주문번호)(?:[ _-]?(?:no|number|num|nummer|nr|n°|id|ids))?\.?["']?[ :=#]{0,3}["']?$/

/** Units right behind a number. */
const UNIT =
  / ?(?:%(?!\w)|°|€|\$|£|(?:[kmgt]i?b|bytes?|bits?|ms|ns|µs|secs?|seconds?|minutes?|hours?|days|weeks|months|years|usd|eur|gbp|px|pt|em|rem|km|kg|mm|cm|hz|mhz|ghz|kwh|rows|users|people|tokens|times|items|lines|records|dollars|euros)\b)/iy

/** Longest text before a number that {@link hasCounterContext} reads. */
const REACH = 32

/** Whether the word right before a number says that it is one of orders, versions and their like, or a unit follows. */
export function hasCounterContext(text: string, start: number, end: number): boolean {
  UNIT.lastIndex = end
  if (UNIT.test(text)) return true
  return isBehindWord(text, start) && AGAINST.test(text.slice(Math.max(0, start - REACH), start).toLowerCase())
}

/** What may stand between a word and its number: `'` and `"`, blank, equals sign, colon, number sign, dot. */
const BETWEEN = new Set(Array.from('\'" =:#.', (character) => character.charCodeAt(0)))

/** Whether a word ends before a place, but for a few signs between. */
function isBehindWord(text: string, start: number): boolean {
  let at = start - 1
  while (at >= 0 && start - at < REACH && BETWEEN.has(text.charCodeAt(at))) at--
  const unit = text.charCodeAt(at)
  return unit > 0x7f || isWordUnit(unit)
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || unit === 0x5f
}
