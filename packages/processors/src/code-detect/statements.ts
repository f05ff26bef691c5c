/** Words in front of a declaration that say how it may be used. */
const MODIFIERS = new Set(
  `public private protected internal static final abstract async default override sealed open data pub inline virtual export
  partial unsafe const suspend extern local readonly`.split(/\s+/),
)

/** What follows modifiers when they are those of code: a parameter list, a value, a block, the end of a statement. */
const DECLARED = /[(=;{]/
const DECLARED_SCORE = 3

interface Statement {
  readonly words: string
  /** What follows the word and the blanks behind it. */
  readonly rest: RegExp
  readonly score: number
}

/** Statements by the word that begins them, with what must follow for the word to be one of code. */
const STATEMENTS: readonly Statement[] = [
  { words: 'from', rest: /^[\w.]+ import [\w*(]/, score: 3 },
  { words: 'import', rest: /^[^;]+ from ["']/, score: 3 },
  { words: 'import', rest: /^["'({]/, score: 2 },
  { words: 'import', rest: /^(?:static )?[\w.*]+;?$/, score: 2 },
  { words: 'import', rest: /^[\w.]+ as \w+$/, score: 2 },
  { words: 'exports module.exports', rest: /^\.?\w* ?=/, score: 2.5 },
  { words: 'export', rest: /[={(]|["'];?$/, score: 2.5 },
  {
    words: 'using use package namespace open library require require_relative include mod',
    rest: /^[("'<]?[\w.:/\\-]+[)"'>;]*$/,
    score: 1.5,
  },
  {
    words: 'class interface struct enum trait impl record object protocol extension union mixin',
    rest: /^[\w<][\w<>.:, ]*(?:[({:]|$)/,
    score: 1.5,
  },
  { words: 'defmodule module', rest: /^[\w.]+(?: do| where)?$/, score: 1.5 },
  { words: 'def defp fn func function fun sub', rest: /^\*? ?[\w.$!?]*\s?[(<[{]/, score: 3 },
  { words: 'def', rest: /^[\w.?!]+$/, score: 1.5 },
  { words: 'let var val mut auto my our dim', rest: /^[^=;]*=[^=]/, score: 2.5 },
  { words: 'let var val', rest: /^\w+: /, score: 1.5 },
  {
    words: 'int long float double char bool boolean void unsigned string String size_t',
    rest: /^[*&]?\w+(?:\[\w*\])? ?(?:[;,({=]|$)/,
    score: 2,
  },
  {
    words:
      'if for foreach while switch catch match guard unless until when with do try finally else elif elsif elseif except case default loop select lock',
    rest: /(?:[{:]|then|do|=>|->)$/,
    score: 1.5,
  },
  { words: 'if for foreach while switch catch elseif', rest: /^\(.*\)/, score: 1.5 },
  {
    words: 'else try finally end begin fi done esac endif endfor do then pass break continue return repeat',
    rest: /^[;:{)]*$/,
    score: 1.2,
  },
  {
    words: 'return throw raise yield await assert delete del goto defer echo print puts',
    rest: /^[\w$"'([{!&*-].*[;)\]}"'\w]$/,
    score: 0.8,
  },
  { words: 'select SELECT', rest: /\b(?:from|FROM) [\w"`[.]/, score: 2.5 },
  { words: 'SELECT', rest: /^(?:DISTINCT )?[\w"`*.]+(?:,|$)/, score: 1.5 },
  { words: 'insert INSERT', rest: /^into [\w"`.]/i, score: 2.5 },
  { words: 'delete DELETE', rest: /^from [\w"`.]/i, score: 2.5 },
  { words: 'update UPDATE', rest: /\bset \w+ ?=/i, score: 2.5 },
  {
    words: 'create CREATE alter ALTER drop DROP',
    rest: /^(?:or replace )?(?:unique )?(?:table|index|view|function|database|trigger|procedure) [\w"`.]/i,
    score: 2.5,
  },
  {
    words:
      'FROM WHERE AND OR JOIN LEFT RIGHT INNER OUTER GROUP ORDER HAVING LIMIT VALUES UNION WITH SET ON PRIMARY FOREIGN COMMIT',
    rest: /^[^.!?]*$/,
    score: 1.2,
  },
  { words: 'FROM RUN COPY ADD ENTRYPOINT CMD ENV ARG USER WORKDIR EXPOSE', rest: /^[\w./$["-]/, score: 1.2 },
  {
    words:
      'npm npx yarn pnpm pip pip3 apt apt-get brew git docker docker-compose kubectl curl wget cd mkdir chmod chown cp mv rm ls cat grep sed awk tar ssh scp export source make cargo go python python3 node bash sh echo systemctl service helm terraform aws az gcloud',
    rest: /^[./~$"'|>-]/,
    score: 1.5,
  },
  {
    words:
      'npm npx yarn pnpm pip pip3 apt apt-get brew git docker docker-compose kubectl cargo go helm terraform systemctl',
    rest: /^(?:install|run|add|commit|push|pull|clone|build|start|stop|exec|get|apply|init|test|checkout|mod|up|ps|logs)\b/,
    score: 1.2,
  },
  { words: 'sudo', rest: /^\w/, score: 1.5 },
]

/** Marks that no word begins, or that one with signs in it does. */
const MARKS: readonly (readonly [mark: RegExp, score: number])[] = [
  [/^#(?:include *[<"]|define \w|ifdef \w|ifndef \w|pragma \w|endif\b|!\/)/, 3],
  [/^<(?:\?php|\?xml|!doctype )/i, 3],
  [/^<\/?[a-z][^<>]*>/i, 2],
  [/^<[a-z][\w:-]* [\w:@-]+=/i, 1.5],
  [/^<!--|^-->/, 1],
  [/^@\w[\w.]*$|^@\w[\w.]*\(/, 1.5],
  [/^#\[\w.*\]$|^\[\w[\w.]*\(.*\)\]$/, 1],
  [/^(?:\$|%|>>>|PS [A-Z]:[^>]*>) ?[\w./~-]/, 1.5],
  [/^\w[\w.-]*@[\w.-]+:[^$#]*[$#] /, 1.5],
  [/^\.PHONY ?:/, 3],
  [/^@?\$\(\w+\) /, 1.5],
  [
    /^(?:Get|Set|New|Remove|Write|Import|Export|Invoke|Start|Stop|Select|Where|ForEach|Add|Test|Out|ConvertTo)-[A-Z]/,
    2,
  ],
  [/^\$\w+ ?[-+.*?/]*= ?\S/, 2.5],
  [/^"[^"]+" ?: ?(?:["[{\d-]|true\b|false\b|null\b)/, 1.5],
  [/^- ?[\w./-]+:(?: |$)/, 0.5],
  [/^[a-z_][\w./-]*:$|^[a-z_][\w./-]*: (?:["'[{|>&*!\d~-]|true$|false$|null$|[\w./:@-]+$)/, 0.7],
  [/^[A-Za-z_][\w.-]* ?= ?(?:["'[{\d$-]|true\b|false\b)/, 1],
  [/^\[[\w.:" -]+\]$|^\[\[[\w.:" -]+\]\]$/, 0.8],
  [/^[.#*:@a-z][\w .#:,>+~*()-]*\{$/, 1.5],
  [/^[a-z-]+: ?[^;{}]+;$/, 2],
  [/^(?:\+\+\+|---) [ab/]|^@@ -\d/, 2.5],
  [/^[\w$.[\]"']+ ?(?:<-|:=|\+=|-=|\*=|\/=|\|\|=|\?\?=) ?\S/, 1.5],
  [/^[a-z_$][\w$.]* = [\w$"'([{!&*@-]/i, 1.2],
  [/^[a-z_]\w* :: [\w([]/, 2.5],
  [/^\|> \w/, 2],
  [/^[}\])]+ ?(?:else|catch|finally|while|from|as)\b/, 1.5],
]

const FIRST_WORD = /^[A-Za-z_][\w.-]*/

const byWord = new Map<string, Statement[]>()
for (const statement of STATEMENTS) {
  for (const word of statement.words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), statement])
}

/** A line that a diff adds or takes away. */
const CHANGED = /^[+-](?=[^\s+-])/

/** How much the beginning of a line looks like that of a statement of code, from 0 to 3. */
export function scoreStatement(line: string): number {
  let left = line.replace(CHANGED, '')
  let score = 0
  for (let word = firstWord(left); word !== ''; word = firstWord(left)) {
    const rest = left.slice(word.length).trimStart()
    for (const statement of byWord.get(word) ?? []) {
      if (statement.score > score && statement.rest.test(rest)) score = statement.score
    }
    if (!MODIFIERS.has(word)) break
    if (DECLARED.test(rest)) score = DECLARED_SCORE
    left = rest
  }
  for (const [mark, each] of MARKS) if (each > score && mark.test(line)) score = each
  return score
}

function firstWord(line: string): string {
  return FIRST_WORD.exec(line)?.[0] ?? ''
}
