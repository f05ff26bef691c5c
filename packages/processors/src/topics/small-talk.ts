import { WordMark } from '../text/plain-words.js'
import { spellTerms } from '../text/spell-terms.js'
import type { TextView } from '../text/text-view.js'

const WORDS =
  'hi hello hey hiya howdy greetings good morning afternoon evening night day how are you doing is it going there thanks thank thx so much very many please sorry ok okay sure yes yeah yep no nope bye goodbye see later nice great cool perfect wonderful welcome i am im fine well too a lot for your help that was got understood right and what who test ' +
  'hallo guten morgen tag abend gute nacht danke schön bitte ja nein tschüss wie geht es dir ihnen gut servus moin ' +
  'bonjour bonsoir salut merci beaucoup oui non au revoir ça va comment allez vous ' +
  'hola buenos buenas días tardes noches gracias muchas sí adiós qué tal cómo estás por favor ' +
  'ciao buongiorno buonasera grazie mille prego come stai va olá oi bom dia boa tarde noite obrigado obrigada tudo bem ' +
  'dzień dobry cześć dziękuję tak nie hoi goedemorgen dank je wel hej tack привет здравствуйте спасибо да нет пока как дела ' +
  'merhaba teşekkürler evet hayır'

/** Longest message that counts as small talk, in words. */
const MAX_WORDS = 8
/** Longer than any word of the list. */
const MAX_WORD_UNITS = 20

let known: ReadonlySet<string> | undefined

/** Whether a message is nothing but a greeting, thanks, yes or no, in at most eight words; emoji are no words. */
export function isSmallTalk({ words }: TextView): boolean {
  const { count, units, starts, ends, marks } = words
  if (count > MAX_WORDS) return false
  known ??= new Set(spellTerms(WORDS.split(' ')).map((term) => String.fromCharCode(...term)))
  for (let word = 0; word < count; word++) {
    if (((marks[word] as number) & WordMark.signs) !== 0) continue
    const [start, end] = [starts[word] as number, ends[word] as number]
    if (end - start > MAX_WORD_UNITS || !known.has(String.fromCharCode(...units.subarray(start, end)))) return false
  }
  return true
}
