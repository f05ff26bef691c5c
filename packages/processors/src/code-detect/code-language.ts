/** Names of the languages that code is told apart into; `code` is for what is none of them, or not clear. */
export const codeLanguages = [
  ...[
    'c',
    'cpp',
    'csharp',
    'css',
    'dart',
    'diff',
    'dockerfile',
    'elixir',
    'go',
    'haskell',
    'html',
    'ini',
    'java',
    'javascript',
  ],
  ...[
    'json',
    'julia',
    'kotlin',
    'lua',
    'makefile',
    'perl',
    'php',
    'powershell',
    'python',
    'r',
    'ruby',
    'rust',
    'scala',
    'shell',
  ],
  ...['sql', 'swift', 'toml', 'typescript', 'xml', 'yaml', 'code'],
] as const

/** A language of code, or `code`. */
export type CodeLanguage = (typeof codeLanguages)[number]

/** What writers call languages where a fence names one; those that are called by their own name are not listed. */
const ALIASES: Readonly<Record<string, CodeLanguage>> = {
  bash: 'shell',
  'c#': 'csharp',
  'c++': 'cpp',
  cc: 'cpp',
  cjs: 'javascript',
  console: 'shell',
  cs: 'csharp',
  cxx: 'cpp',
  docker: 'dockerfile',
  ecmascript: 'javascript',
  ex: 'elixir',
  exs: 'elixir',
  golang: 'go',
  h: 'c',
  hpp: 'cpp',
  hs: 'haskell',
  htm: 'html',
  jl: 'julia',
  js: 'javascript',
  json5: 'json',
  jsonc: 'json',
  jsonl: 'json',
  jsx: 'javascript',
  ksh: 'shell',
  kt: 'kotlin',
  kts: 'kotlin',
  less: 'css',
  make: 'makefile',
  mjs: 'javascript',
  mk: 'makefile',
  mysql: 'sql',
  node: 'javascript',
  objc: 'c',
  patch: 'diff',
  php3: 'php',
  pl: 'perl',
  plpgsql: 'sql',
  plsql: 'sql',
  postgres: 'sql',
  postgresql: 'sql',
  properties: 'ini',
  ps1: 'powershell',
  psql: 'sql',
  pwsh: 'powershell',
  py: 'python',
  py3: 'python',
  pycon: 'python',
  python3: 'python',
  rb: 'ruby',
  rs: 'rust',
  sass: 'css',
  scss: 'css',
  sh: 'shell',
  'shell-session': 'shell',
  sqlite: 'sql',
  svg: 'xml',
  terminal: 'shell',
  ts: 'typescript',
  tsql: 'sql',
  tsx: 'typescript',
  vue: 'html',
  xhtml: 'html',
  yml: 'yaml',
  zsh: 'shell',
}

/** Languages of code without a name here: what a fence calls by them is code all the same. */
const OTHER_CODE = new Set(
  `ada apl applescript arduino asm assembly awk batch bat clojure cmake cobol coffeescript crystal cuda cypher d elm erlang fish
  fortran fsharp glsl gql graphql groovy hcl hlsl http jinja latex lisp makefile matlab mermaid mips nasm nginx nim nix objectivec
  ocaml pascal plantuml prolog proto protobuf racket regex scheme smalltalk solidity svelte systemverilog tcl terraform tex tf vb
  vba verilog vhdl vim wasm wat x86asm zig`.split(/\s+/),
)

/** The language that the info string of a fence names; `undefined` for none, and for text, output and the like. */
export function languageOfInfo(info: string): CodeLanguage | undefined {
  const name = info.toLowerCase()
  if (Object.hasOwn(ALIASES, name)) return ALIASES[name]
  if (name !== 'code' && (codeLanguages as readonly string[]).includes(name)) return name as CodeLanguage
  return OTHER_CODE.has(name) ? 'code' : undefined
}
