/** Marks of a line of program text. Some look at blanks twice, so a line is cut before it is tested. */
const CODE_LINE: readonly RegExp[] = [
  // A statement or block that ends, or opens, as programs do.
  /[;{}]\s*$/,
  /[\w)\]"']\s*\)\s*[:{]?\s*$/,
  /^\s*[)\]}]+[;,)]*\s*$/,
  /[\w"')\]],\s*$/,
  /^\s*["']?[\w-]+["']?\s*:\s*(?:["'][^"']{0,40}["']|[{[]|[\w.+-]+)[,{[]?\s*$/,
  // A comment, a directive, a decorator, a tag.
  /^\s*(?:\/\/|\/\*|\*\/|\*\s|#!|#include\b|#define\b|@\w+[(\s]*|<\/?\w[^>]*>|<!--)/,
  // A keyword where a statement begins.
  /^\s*(?:import|from|export|package|using|namespace|require|module)\s+["'{*\w]/,
  /^\s*(?:(?:public|private|protected|static|final|abstract|async|export|default|override)\s+)*(?:class|interface|struct|enum|trait|impl|def|fn|func|function|type)\s+\w+\s*[<({:=]/,
  /^\s*(?:const|let|var|val|mut)\s+[\w{[]/,
  /^\s*(?:if|else if|elif|for|while|switch|catch|with)\s*\(?.*[:{]\s*$/,
  /^\s*(?:return|raise|throw|yield|await|else|try|finally|break|continue|pass)\b[^.!?]*[;:{]?\s*$/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP)\s+[\w*]/,
  /^\s*(?:\$|>>>)\s+(?:\w+\s)*[\w./-]+/,
  // An assignment, a call of a member, an operator that prose does not have.
  /^\s*[\w.[\]"']+\s*(?::\s*\w+\s*)?[-+*/|&:]?=(?!=)\s*\S/,
  /\w\.\w+\(|\w\(\)|\w->\w|\w::\w|=>|[!=]=|&&|\|\||<\/\w+>/,
]

/** Five words in a row at the start of a line. */
const SENTENCE = /^\s*\p{Lu}?[\p{L}'’-]+(?:,? [\p{L}'’-]+){4,}/u

/** Longest part of a line that is looked at, in UTF-16 code units. */
const MAX_LINE_LENGTH = 400

/**
 * How much of a text is program text, configuration or markup, from 0 to 1: the share of its characters that stand on
 * lines which look like it. A guess from the look of lines, not a parser.
 */
export function measureCode(text: string): number {
  let all = 0
  let code = 0
  for (const line of text.split('\n')) {
    const length = line.trim().length
    if (length === 0) continue
    all += length
    if (isCodeLine(line.slice(0, MAX_LINE_LENGTH))) code += length
  }
  return all === 0 ? 0 : code / all
}

function isCodeLine(line: string): boolean {
  return CODE_LINE.some((mark) => mark.test(line)) && !isSentence(line)
}

/** Whether a line begins like prose and has none of the marks that prose never has. */
function isSentence(line: string): boolean {
  return SENTENCE.test(line) && !/[;{}]\s*$|=>|\(\)|^\s*(?:\/\/|\/\*|#|\*)/.test(line)
}
