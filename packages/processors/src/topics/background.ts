/** Words that say nothing of a topic, in English, German, French, Spanish, Italian and Portuguese. */
const STOP_WORDS =
  'a an the and or but if of to in on at for with from by as is are was were be been it its this that these those i me my you your he she we us our they them their what which who how why when where do does did can could will would should may might must have has had not no so than then there here about into out up down over more most some any all just also very please tell give make get want need help know write explain describe ' +
  'der die das und oder aber ist sind war in im auf mit von zu für ein eine einen den dem des ich du er sie wir ihr es mein dein nicht was wie wer wo warum kann ich bitte mir ' +
  'le la les un une des du de et ou mais est sont dans sur pour par avec je tu il elle nous vous ils ce cette qui que quoi comment pourquoi ne pas mon ma mes ' +
  'el los las una unos y o pero es son en con por para que qué cómo quién dónde yo tú mi su no se lo ' +
  'il lo gli uno e ma è sono di con per che chi come dove io tu mio suo non si o os as um uma e mas é são em com por para que como quem onde eu meu seu não'

/** Plain words without meaning for topics. */
export const stopWords: readonly string[] = [...new Set(STOP_WORDS.split(' '))]

/** Everyday requests about nothing in particular: against them, words of examples are weighed. */
export const everydaySentences: readonly string[] = [
  'Can you summarise this article for me in three sentences?',
  'What is the best way to learn a new language?',
  'How do I write a letter to a customer?',
  'Please explain how this works step by step.',
  'What should I cook for dinner tonight?',
  'Where can I buy good bread in this town?',
  'How do I get from the station to the hotel?',
  'Write a short story about a dog and a boy.',
  'Which book would you recommend to me?',
  'How many people live in this country?',
  'What is the weather like in spring?',
  'Help me find a mistake in my code.',
  'How do I sort a list in this program?',
  'Translate the following text into another language.',
  'What is a good name for a small company?',
  'How long does it take to build a house?',
  'Tell me a joke about a man in a bar.',
  'What is the difference between these two words?',
  'How can I sleep better at night?',
  'Give me ideas for a birthday party with children.',
  'Is it better to walk or to drive to work?',
  'Which phone should I buy this year?',
  'How do I clean a white shirt?',
  'Plan a trip of seven days for my family.',
  'Make a table of the numbers in this report.',
  'Who wrote this song and when?',
  'What does this sentence mean?',
  'How do I ask my boss for more time?',
  'Describe the picture of a mountain and a lake.',
  'What can I do with old clothes?',
]
