import { foldLetters } from './context/fold-letters.js'

/** Names of the months in twenty languages, January first; of each also the first three letters, where they say enough. */
const NAMES = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'jänner feber maerz - - - - - - - - -',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar marts april maj juni juli august september oktober november desember',
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'január február március április május június július augusztus szeptember október november december',
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  'januari februari maret april mei juni juli agustus september oktober november desember',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'jan febr mär apr mai jun jul aug sept okt nov dez',
  'ene fév mrz avr mag giu lug ago set out - dic',
] as const

/** Longest name of a month, in letters. */
export const LONGEST_MONTH = 12

let months: ReadonlyMap<string, number> | undefined

/** Number of the month that a word names, 1 to 12. */
export function monthNamed(word: string): number | undefined {
  months ??= new Map(
    NAMES.flatMap((names) => names.split(' ').map((name, index) => [foldLetters(name), index + 1] as const)),
  )
  const small = word.toLowerCase()
  return months.get(small) ?? (/[^a-z]/.test(small) ? months.get(foldLetters(small)) : undefined)
}
