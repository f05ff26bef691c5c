/** Words right before a number that say it is something else, in several languages, with what may stand between. */
const AGAINST =
  /(?:order|invoice|tracking|ticket|version|build|commit|release|revision|isbn|issn|sku|serial|timestamp|part|model|page|port|line|row|pid|article|artikel|bestell\w{0,6}|rechnung\w{0,8}|auftrags\w{0,6}|commande|facture|pedido|factura|fattura|ordine|zamówieni\w{1,3}|заказ\w?|订单号?|注文番号|주문번호)(?:[ _-]?(?:no|number|num|nummer|nr|n°|id|ids))?\.?["']?[ :=#]{0,3}["']?$/

/** Units right behind a number. */
const UNIT =
  /^ ?(?:%(?!\w)|°|€|\$|£|(?:[kmgt]i?b|bytes?|bits?|ms|ns|µs|secs?|seconds?|minutes?|hours?|days|weeks|months|years|usd|eur|gbp|px|pt|em|rem|km|kg|mm|cm|hz|mhz|ghz|kwh|rows|users|people|tokens|times|items|lines|records|dollars|euros)\b)/i

/** Longest text before a number that {@link hasCounterContext} reads. */
const REACH = 32

/** Whether the word right before a number says that it is one of orders, versions and their like, or a unit follows. */
export function hasCounterContext(text: string, start: number, end: number): boolean {
  return (
    AGAINST.test(text.slice(Math.max(0, start - REACH), start).toLowerCase()) || UNIT.test(text.slice(end, end + 10))
  )
}
