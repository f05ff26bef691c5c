import type { Lexicon } from './concept.js'

/** Frequent words of languages whose abuse is told by terms alone: by them the language of a sentence is told. */
const common = {
  sv: 'och att det som en ett på är av för med den till inte har de om jag var men sig så från vi kan han hon du nu när ut upp mycket också eller ska skulle vara där här dig mig min din alla',
  da: 'og at det som en et på er af for med den til ikke har de om jeg var men sig så fra vi kan han hun du nu når ud op meget også eller skal skulle være der her dig mig min din alle hvad',
  no: 'og at det som en et på er av for med den til ikke har de om jeg var men seg så fra vi kan han hun du nå når ut opp mye også eller skal skulle være der her deg meg min din alle hva',
  fi: 'ja on ei että se hän en oli mutta niin kun kuin joka mitä tämä minä sinä he me ovat olen olet ole vain jo nyt sen myös tai jos mikä kaikki hyvin minun sinun',
  cs: 'a je to se na že v s z do jsem si o jako ale by za po co už jen tak být jsou jsi má nebo není když ten ta toho která který pro od mě ty my jste ho mi',
  uk: 'і в на що з не та як у до це за від про для але чи так його її вони ми ви він вона було був бути є також тільки ще вже коли де який які цей ця ці мене тебе',
  hu: 'a az és hogy nem is egy ez van de meg ha mint csak már még vagy volt ki mit nagyon én te ő mi ti ők lesz kell lehet ezt azt aki ami',
  ro: 'și în de la cu pe nu este un o că să care a din mai ce pentru sunt ai am au fi dar sau dacă după până lui ei eu tu el ea noi voi',
  el: 'και το να του η της με που την από είναι για τα στο δεν ο οι τον θα σε τι ένα μια αυτό έχει ήταν αλλά σου μου εγώ εσύ',
  fa: 'که این را است برای آن یک از با در به تا هم می شود کرد باید یا اگر چه من تو او ما شما آنها نیست بود خیلی',
  he: 'של את על לא זה הוא היא אני אתה עם כל גם או אם כי מה יש אין אבל רק אנחנו הם היה אל יותר',
  ko: '은 는 이 가 을 를 에 의 도 로 와 과 하고 그리고 그 저 이것 있다 없다 하다 입니다 합니다 너 나 우리',
  th: 'ที่ และ ของ ใน เป็น มี ไม่ จะ ให้ ได้ กับ นี้ ว่า ไป มา คน แต่ ก็ อยู่ จาก หรือ',
  id: 'yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya ke bisa ada adalah kamu dia mereka kami kita oleh atau sudah karena kalau apa lebih seperti',
  fil: 'ang ng sa na ay mga ko mo siya ako ikaw ka si ni para hindi kung at o pero ito iyon niya namin natin kami tayo sila may wala naman lang ba po',
  vi: 'và của là có không được cho trong một những các này với người tôi bạn nó đã đang sẽ rất mày tao thì mà như khi đó ở',
}

export const termsOnly: readonly (readonly [string, Lexicon])[] = Object.entries(common).map(([language, words]) => [
  language,
  { groups: {}, words: {}, common: words },
])
