import type { CodeLanguage } from './code-language.js'

/** Marks of about the same weight: 3 for what only one language has, 1 for what it shares with some. */
export type MarkGroup = readonly [score: number, marks: readonly RegExp[]]

/** What tells languages apart, each mark looked for on single lines without the blanks around them. */
export const languageMarks: readonly (readonly [language: CodeLanguage, groups: readonly MarkGroup[]])[] = [
  [
    'python',
    [
      [
        3,
        [
          /^(?:async )?def \w+\(.*:$/,
          /^class \w+\(.*:$/,
          /^class \w+:$/,
          /^if __name__ ==/,
          /^elif .+:$/,
          /^from [\w.]+ import /,
          /^except\b.*:$/,
        ],
      ],
      [1.5, [/^(?:if|for|while|with|else|try|finally)\b.*:$/, /^import \w+(?:\.\w+)*(?: as \w+)?$/, /^>>> /]],
      [
        1,
        [
          /\bself\.\w/,
          /\bprint\(/,
          /\bNone\b/,
          /\bTrue\b/,
          /\bFalse\b/,
          /\blambda \w+:/,
          /\bf["']/,
          /\bin range\(/,
          /"""/,
          / is not /,
          / not in /,
        ],
      ],
    ],
  ],
  [
    'typescript',
    [
      [
        3,
        [
          /^(?:export )?interface \w.*\{$/,
          /^(?:export )?type \w+(?:<[^=]*)? ?= /,
          /^(?:export )?enum \w+ \{/,
          /^(?:export )?(?:declare|abstract class) /,
          /\bas const\b/,
          /\bimport type\b/,
          /\bsatisfies /,
        ],
      ],
      [
        2,
        [
          /[\w)\]]\??: ?(?:string|number|boolean|unknown|any|void|never|Promise<|Record<|Array<|readonly |Partial<)\b/,
          /: \w+(?:<\w+>)?\[\]/,
          /\bas (?:any|string|number|unknown)\b/,
        ],
      ],
      [1.5, [/\bprivate readonly\b/, /<T(?: extends \w+)?>\(/, /\w!\.\w/, /\): \w+(?:<[\w, ]+>)? (?:=>|\{)$/]],
      [0.8, [/^(?:const|let) \w/, /=>/, /===/, /^import .+ from ["']/, /^export /]],
    ],
  ],
  [
    'javascript',
    [
      [
        2,
        [
          /^(?:async )?function\*? \w+\([\w, ]*\) ?\{$/,
          /\bconsole\.(?:log|error|warn)\(/,
          /\bmodule\.exports\b/,
          /\brequire\(["']/,
          /\bdocument\.\w/,
          /\bwindow\.\w/,
          /\bJSON\.(?:parse|stringify)\(/,
          /^["']use strict["']/,
        ],
      ],
      [
        1.2,
        [
          /^(?:export )?(?:default )?(?:async )?function\*? ?\w*\(/,
          /^(?:const|let|var) [\w{[$].*=/,
          /===/,
          /!==/,
          /\bnew Promise\(/,
          /\)\.then\(/,
          /^import .+ from ["']/,
          /^export /,
        ],
      ],
      [0.8, [/=>/, /\bundefined\b/, /\bawait \w/, /\btypeof \w/]],
    ],
  ],
  [
    'java',
    [
      [
        3,
        [
          /\bpublic static void main\(/,
          /\bSystem\.out\.print/,
          /^import (?:static )?(?:java|javax|org|com)\.[\w.]+(?:\.\*)?;/,
          /\bpublic (?:final |abstract )?(?:class|interface|record|enum) \w/,
          /\bthrows \w+/,
        ],
      ],
      [
        2,
        [
          /^package [\w.]+;$/,
          /^@(?:Override|Autowired|Test|Deprecated|Entity|Service|RestController)\b/,
          /\bnew (?:ArrayList|HashMap|Scanner|StringBuilder)\b/,
          /\bfinal \w+ \w+ ?[=;]/,
        ],
      ],
      [1, [/^(?:private|protected|public) [\w<>[\], ]*\(/, /\bString\[?\]? \w+/, /\bList<\w+>/, /\bcatch \(\w+ e\)/]],
    ],
  ],
  [
    'csharp',
    [
      [
        3,
        [
          /^using (?:static )?System(?:\.[\w.]+)?;/,
          /\bConsole\.(?:Write|Read)/,
          /\bstatic (?:async )?(?:void|Task|int) Main\(/,
          /\{ get; /,
          /^namespace [\w.]+;?$/,
          /\bpublic (?:class|record|struct|interface) \w+ ?: ?\w/,
        ],
      ],
      [
        1.8,
        [
          /^using [A-Z][\w.]+;$/,
          /\basync Task\b/,
          /\bList<\w+> \w+ = new\b/,
          /\bforeach \(var /,
          /\bstring\.(?:IsNullOr|Format|Empty|Join)/,
          /\$"/,
          /^\[\w+\]$/,
          /^\[\w+\(.*\]$/,
          /\bout var\b/,
        ],
      ],
      [0.9, [/\bvar \w+ = new\b/, /\bpublic (?:override|virtual|static|async|readonly) \w/, /\bnameof\(/, /\?\? /]],
    ],
  ],
  [
    'cpp',
    [
      [
        3,
        [
          /^#include <(?:iostream|vector|string|map|memory|algorithm|set|unordered_map|queue|cmath|functional|thread|fstream|sstream|utility)>/,
          /\bstd::\w/,
          /^using namespace \w/,
          /\bcout ?<</,
          /\bcin ?>>/,
          /^template ?</,
        ],
      ],
      [
        1.5,
        [
          /^(?:public|private|protected):$/,
          /\bnullptr\b/,
          /\bconst \w+ ?& ?\w+/,
          /\bvirtual \w/,
          /^[\w<>*& ]*\w::~?\w+\(/,
          /\bauto [&*]?\w+ ?[=:]/,
          /\bunique_ptr</,
          /\bconstexpr\b/,
        ],
      ],
      [0.9, [/^#include [<"]/, /\bendl\b/, /\bvector</, /^class \w+(?: ?: ?public \w+)? ?\{?$/, /\bint main\(/]],
    ],
  ],
  [
    'c',
    [
      [
        3,
        [
          /^#include <(?:stdio|stdlib|string|unistd|math|ctype|errno|stdint|stdbool|pthread|time|assert|limits|signal|sys\/\w+)\.h>/,
        ],
      ],
      [
        1.5,
        [
          /\b(?:printf|scanf|malloc|free|fprintf|memcpy|strlen|strcmp|sizeof|fopen|realloc|calloc)\(/,
          /\bstruct \w+ ?\*/,
          /^typedef (?:struct|enum|union)\b/,
          /\bchar ?\*/,
          /\bNULL\b/,
        ],
      ],
      [
        1,
        [
          /^#(?:define|ifdef|ifndef|include|endif|pragma)\b/,
          /\w->\w/,
          /^(?:static |const |unsigned |extern |inline )*(?:int|void|char|long|double|float|size_t|u?int\d\d?_t) \*?\w+(?:\[.*\])?(?:[(;]| ?=)/,
          /\bint main\(/,
        ],
      ],
    ],
  ],
  [
    'go',
    [
      [
        3,
        [
          /^package \w+$/,
          /^func (?:\(\w+ \*?\w+\) )?\w+\(/,
          /\bfmt\.(?:Print|Sprint|Errorf|Fprint)/,
          /\bif err != nil\b/,
          /^import \($/,
          /^type \w+ (?:struct|interface) ?\{/,
          /\bgo func\(/,
          /\bchan \w/,
          /\bdefer \w/,
        ],
      ],
      [1.2, [/\w :?= range \w/, /\bmake\(/, /\b\[\]\w+\{/, /\bmap\[\w+\]\w/, /\bnil\b/, /\berror\) ?\{$/]],
      [1, [/ := /]],
    ],
  ],
  [
    'rust',
    [
      [
        3,
        [
          /^(?:pub(?:\(\w+\))? )?(?:async |unsafe |const )*fn \w+(?:<.+>)?\(/,
          /\blet mut \w/,
          /^impl(?:<.+>)? \w/,
          /\bprintln!\(/,
          /^use (?:std|crate|super|self|\w+)::/,
          /^#\[(?:derive|cfg|test|tokio)/,
          /^match \w.*\{$/,
          /= match \w/,
          /\bvec!\[/,
        ],
      ],
      [
        1.5,
        [
          /^(?:pub )?(?:struct|enum|trait|mod) \w+/,
          /-> (?:Result|Option|Self|&|Vec|String|i32|u\d\d|bool)\b/,
          /&mut \w/,
          /\bOption</,
          /\bResult</,
          /\.unwrap\(\)/,
          /\bSome\(/,
          /\bOk\(/,
          /\bErr\(/,
          /&str\b/,
        ],
      ],
      [0.8, [/^let \w+(?:: \w.*)? = /, /\w::\w+\(/, /\|\w+\| /]],
    ],
  ],
  [
    'ruby',
    [
      [
        3,
        [
          /^def (?:self\.)?\w+[?!]?(?:\(.*\))?$/,
          /^require(?:_relative)? ["']/,
          /\bdo \|\w/,
          /^attr_(?:accessor|reader|writer) :/,
          /^(?:class|module) [A-Z][\w:]*(?: < [A-Z][\w:]*)?$/,
          /\.each do\b/,
          /^elsif /,
        ],
      ],
      [
        1.2,
        [
          /^end$/,
          /^puts /,
          /\bnil\?/,
          /\.new\b(?!\w)/,
          /#\{/,
          /^unless /,
          /^\w+\.(?:each|map|select) \{ ?\|/,
          /@\w+ ?=/,
          /:\w+ => /,
        ],
      ],
    ],
  ],
  [
    'php',
    [
      [
        3,
        [
          /^<\?(?:php|=)/,
          /^\$this->/,
          /\bfunction \w*\((?:\w+ )?\$\w/,
          /^namespace [\w\\]+;/,
          /^use [A-Z]\w*(?:\\\w+)+/,
          /\$_(?:GET|POST|SERVER|SESSION)\b/,
          /\bforeach ?\(\$/,
        ],
      ],
      [
        1.8,
        [
          /\$\w+->\w/,
          /^echo .*;$/,
          /^\$\w+ ?=.*;$/,
          /\barray\(/,
          /\bisset\(/,
          /\b(?:public|private|protected) (?:static )?function\b/,
        ],
      ],
    ],
  ],
  [
    'swift',
    [
      [
        3,
        [
          /^import (?:UIKit|SwiftUI|Foundation|Combine|XCTest)$/,
          /\bguard let \w/,
          /\bif let \w/,
          /^(?:private |public |internal |override |static |mutating |fileprivate )*func \w.*\{$/,
          /: some View\b/,
          /^@(?:State|Published|ObservedObject|main|IBOutlet)\b/,
        ],
      ],
      [
        1,
        [
          /^(?:let|var) \w+(?:: \[?\w+[\]?!]*)?(?: =|\s?\{)/,
          /^extension \w+(?:: \w+)? \{/,
          /\bself\.\w+ = /,
          /\bnil\b/,
          /^struct \w+: \w+ \{/,
          /\bin$/,
        ],
      ],
    ],
  ],
  [
    'kotlin',
    [
      [
        3,
        [
          /^(?:\w+ )*fun (?:<.+> )?(?:\w+\.)?\w+\(/,
          /^data class \w+\(/,
          /^(?:sealed|enum|data|open|inner) class \w/,
          /\bval \w+ by /,
          /\bwhen ?\(\w+\) ?\{/,
          /\bcompanion object\b/,
          /\bmutable(?:List|Map|Set)Of\(/,
        ],
      ],
      [
        1.5,
        [
          /^(?:private |override |lateinit |const )*va[lr] \w+(?:: \w+\??)? ?=/,
          /\bprintln\(/,
          /\blistOf\(/,
          /\?\.\w/,
          /\?: /,
          /\bit\.\w/,
          /^import (?:kotlin|android|androidx)[\w.]+/,
        ],
      ],
    ],
  ],
  [
    'scala',
    [
      [
        3,
        [
          /^(?:case )?object \w+(?: extends .+)?(?: \{|:)?$/,
          /^case class \w+\(/,
          /\)(?:: [\w[\], ]+)? = ?\{?$/,
          /^import scala\./,
          /^trait \w+/,
          /\bimplicit \w/,
          /\bfor \{$/,
          /^sealed trait /,
        ],
      ],
      [
        1,
        [
          /^va[lr] \w+(?:: \w+(?:\[.+\])?)? = /,
          /\bcase _? ?=> /,
          /\bcase \w+ =>/,
          /\bcase \w+\(\w*\) =>/,
          /\bSome\(/,
          /\bNone\b/,
          /\bSeq\(/,
          /\w\.map\(_/,
        ],
      ],
    ],
  ],
  [
    'dart',
    [
      [
        3,
        [
          /^import ["'](?:package|dart):/,
          /\bWidget build\(BuildContext/,
          /\bextends (?:StatelessWidget|StatefulWidget|State<)/,
          /\bFuture<\w+> \w+\(/,
        ],
      ],
      [
        1.5,
        [/^void main\(\) (?:async )?\{/, /\blate (?:final )?\w/, /^@override$/, /\bfinal \w+ \w+;/, /\bsetState\(\(\)/],
      ],
    ],
  ],
  [
    'r',
    [
      [
        3,
        [
          /^[\w.]+ ?<- ?function\(/,
          /^library\(\w+\)/,
          /\bdata\.frame\(/,
          /\bggplot\(/,
          /%>%/,
          /%in%/,
          /\bread\.csv\(/,
          /\bsapply\(/,
          /\blapply\(/,
        ],
      ],
      [
        1,
        [
          /^[\w.]+(?:\$\w+)? <- /,
          /\bc\(["\d]/,
          /\bTRUE\b/,
          /\bFALSE\b/,
          /\bNULL\b/,
          /\baes\(/,
          /\bmean\(/,
          /\bsummary\(/,
        ],
      ],
    ],
  ],
  [
    'julia',
    [
      [
        2,
        [
          /^using [A-Z]\w+(?:, ?[A-Z]\w+)*$/,
          /^function \w+\(.*\)(?:::\w+)?$/,
          /^(?:mutable )?struct \w+(?: ?<: ?\w+)?$/,
          /\bprintln\("[^"$]*\$\w/,
          /^@(?:time|show|assert|test) /,
        ],
      ],
      [1.2, [/^end$/, /\w::(?:Int|Float|String|Vector|Array|Any)\w*/, /\.\+/, /\.\*/, /\bpush!\(/]],
    ],
  ],
  [
    'perl',
    [
      [
        3,
        [
          /^use (?:strict|warnings|utf8|v5|lib|Moose|POSIX|Data::\w+)\b/,
          /^my [$@%(]/,
          /^sub \w+ ?\{/,
          /\b(?:foreach|for) my \$/,
          /=~ ?[ms/]/,
          /^#!.*perl/,
          /\bshift;/,
          /@_\b/,
        ],
      ],
      [1.2, [/\$\w+->[{[(]/, /\$\w+\{/, /\bqw[(/]/, /\bdie "/, /^print "/, /\bunless ?\(/]],
    ],
  ],
  [
    'lua',
    [
      [
        1.5,
        [
          /^local \w+(?:, ?\w+)* ?=/,
          /^function [\w.:]+\(.*\)$/,
          /\bthen$/,
          /\bend\)?,?$/,
          /~=/,
          /\bipairs\(/,
          /\bpairs\(/,
        ],
      ],
      [
        2,
        [
          /^local function /,
          /^for .+ do$/,
          /^elseif .+ then$/,
          /\.\. ?["\w]/,
          /^--\[\[/,
          /\bsetmetatable\(/,
          /\brequire\(?["']/,
        ],
      ],
    ],
  ],
  [
    'haskell',
    [
      [
        3,
        [
          /^[a-z]\w*'? :: .+/,
          /^module [\w.]+(?: \(.*\)?)? where$/,
          /^import (?:qualified )?(?:Data|Control|System|Prelude|Text)\b/,
          /^data [A-Z][\w ]* = [A-Z]/,
          /^instance \w+ .+ where$/,
          /\bderiving \(/,
          /^main :: IO/,
          /^newtype \w/,
          /\{-# /,
        ],
      ],
      [
        1,
        [/ <\$> /, / >>= /, / \$ \w/, /\bwhere$/, /^\| .+ = /, /^case .+ of$/, /= case \w/, /^let \w+ = /, /\\\w+ -> /],
      ],
    ],
  ],
  [
    'elixir',
    [
      [
        3,
        [
          /^defmodule [\w.]+ do$/,
          /^defp? \w.*(?: do$|, do: )/,
          /^@(?:moduledoc|doc|spec)\b/,
          /^use [A-Z][\w.]+(?:, .+)?$/,
          /^alias [A-Z]/,
        ],
      ],
      [1.2, [/^\|> /, /%\{\w+:/, /\bfn \w+ ->/, /^end$/, /\bIO\.puts/, /\bEnum\.\w/, /\{:ok, /]],
    ],
  ],
  [
    'sql',
    [
      [
        2.5,
        [
          /^(?:select|insert into|update|delete from|create (?:or replace )?(?:unique )?(?:table|index|view|function|trigger|procedure|database)|alter table|drop table|grant|with \w+ as \()\b/i,
        ],
      ],
      [
        1.2,
        [
          /\b(?:from [\w"`.]+|inner join|left join|group by|order by|primary key|foreign key|not null|varchar|references \w+\(|values ?\()\b/i,
        ],
      ],
    ],
  ],
  [
    'shell',
    [
      [
        1.8,
        [
          /^#!.*\b(?:ba|z|k|da)?sh\b/,
          /^\$ \w/,
          /^(?:sudo|apt(?:-get)?|npm|npx|yarn|pnpm|pip3?|brew|git|docker|kubectl|curl|wget|cd|mkdir|chmod|chown|cp|mv|rm|ls|cat|grep|sed|awk|tar|ssh|export|source|cargo|systemctl) [-\w./~$"']/,
        ],
      ],
      [
        2,
        [
          /^(?:if|while|elif) \[\[? .+ \]\]?(?:; ?(?:then|do))?$/,
          /^fi$/,
          /^done$/,
          /^esac$/,
          /; then$/,
          /; do$/,
          /\$\{\w+[}:%#]/,
          /\$\(\w/,
          /^\w+=\$?["(\w/]/,
          /^echo ["$\w-]/,
          /\[ -[a-z] /,
          /\bset -[euxo]/,
          / \|\| exit\b/,
        ],
      ],
    ],
  ],
  [
    'powershell',
    [
      [
        3,
        [
          /\b(?:Get|Set|New|Remove|Write|Import|Export|Invoke|Start|Stop|Select|Where|ForEach|Add|Test|Out|ConvertTo|ConvertFrom|Connect)-[A-Z]\w+/,
        ],
      ],
      [
        1.2,
        [
          /^param ?\($/,
          /\$_\./,
          /-(?:eq|ne|gt|lt|like|match|contains) /,
          /\[(?:string|int|bool|switch)\]/,
          /\[Parameter\(/,
          /^\$\w+ = /,
          /\$(?:true|false|null|env:)\b/,
        ],
      ],
    ],
  ],
  [
    'html',
    [
      [
        2.5,
        [
          /^<!doctype html/i,
          /^<\/?(?:html|head|body|div|span|p|a|ul|ol|li|table|tr|td|th|form|input|button|script|style|link|meta|h[1-6]|img|nav|header|footer|section|main|label|select|option|br|hr|title)\b[^<>]*>?/i,
        ],
      ],
      [1, [/<\/(?:div|span|p|a|li|td|button|h[1-6]|title|script|label)>/, /\bclass="/, /\bhref="/]],
    ],
  ],
  [
    'xml',
    [
      [6, [/^<\?xml /]],
      [3, [/\bxmlns(?::\w+)?="/]],
      [1.2, [/^<\/?[\w-]+:[\w-]+/, /^<[A-Z]\w+(?: \w+="[^"]*")*\/?>/, /^<\w+>[^<]*<\/\w+>$/, /^<\/[A-Za-z][\w.-]*>$/]],
    ],
  ],
  [
    'css',
    [
      [
        2.5,
        [
          /^(?:@media|@import|@font-face|@keyframes|:root)\b/,
          /^[.#][\w-]+(?:[ ,>+~:.#][\w.#: ()-]*)? ?\{/,
          /^(?:body|html|h[1-6]|a|p|ul|li|div|span|table|button|input)(?:[ ,:.>][\w.#:, >-]*)? ?\{$/,
        ],
      ],
      [
        2,
        [
          /^(?:color|background(?:-\w+)?|margin(?:-\w+)?|padding(?:-\w+)?|border(?:-\w+)*|font(?:-\w+)?|display|width|height|position|flex(?:-\w+)?|grid(?:-\w+)*|align-\w+|justify-\w+|text-\w+|max-\w+|min-\w+|line-height|opacity|transition|transform|top|left|right|bottom|gap|overflow|z-index): ?[^;]+;/,
        ],
      ],
    ],
  ],
  [
    'json',
    [
      [1.2, [/^"[^"]*" ?: ?(?:[[{"\d-]|true|false|null)/]],
      [0.4, [/^[[\]{}],?$/]],
    ],
  ],
  [
    'yaml',
    [
      [
        1.2,
        [
          /^(?:apiVersion|kind|services|version|jobs|steps|metadata|spec|on|name|image|env|stages): ?/,
          /^- (?:name|uses|run|image|id|key): /,
          /^---$/,
          /^%YAML/,
        ],
      ],
      [0.7, [/^-? ?[\w./"'@-]+:(?: [^;{}()]*)?$/]],
      [0.5, [/^- [\w"'./-]+$/, /: [|>]-?$/]],
    ],
  ],
  [
    'toml',
    [
      [
        3,
        [
          /^\[\[[\w.-]+\]\]$/,
          /^\[(?:package|dependencies|dev-dependencies|tool\.[\w.-]+|build-system|project|profile\.\w+)\]$/,
        ],
      ],
      [0.8, [/^[\w.-]+ = (?:"|\[|\{|true$|false$|\d)/]],
      [0.8, [/^\[[\w.-]+\]$/]],
    ],
  ],
  [
    'ini',
    [
      [1, [/^\[[\w .:-]+\]$/]],
      [0.6, [/^[\w.-]+ ?= ?[^"'[{(;]*$/]],
      [0.5, [/^; \w/]],
    ],
  ],
  [
    'dockerfile',
    [
      [3, [/^(?:ENTRYPOINT|CMD) \[/, /^WORKDIR \//, /^COPY (?:--\w+=\S+ )?\S+ \S+/, /^EXPOSE \d+/, /^HEALTHCHECK /]],
      [1.5, [/^FROM [\w./-]+(?::[\w.-]+)?(?: [Aa][Ss] \w+)?$/, /^(?:RUN|ENV|ARG|USER|ADD|LABEL|VOLUME) \S/]],
    ],
  ],
  [
    'makefile',
    [
      [
        3,
        [
          /^\.PHONY ?:/,
          /\$\((?:CC|CFLAGS|LDFLAGS|OBJS?|SRCS?|MAKE|shell|wildcard|patsubst)\b/,
          /\$[@<^]/,
          /^(?:CC|CFLAGS|LDFLAGS|CXX) ?[:+?]?=/,
        ],
      ],
      [0.9, [/^[\w.%-]+ ?:(?: [\w.%/$()-]+)*$/, /^@?(?:gcc|g\+\+|rm -f|\$\(\w+\)) ?/]],
    ],
  ],
  [
    'diff',
    [
      [
        3,
        [
          /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/,
          /^diff --git /,
          /^(?:\+\+\+|---) [ab]\//,
          /^index [\da-f]+\.\.[\da-f]+/,
        ],
      ],
    ],
  ],
]
