import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCode, measureCode } from './find-code.js'

function find(text: string) {
  return findCode(text).filter(({ score }) => score >= 0.5)
}

/** A piece of each language, as it would stand in a chat. */
const pieces = {
  c: '#include <stdio.h>\n\nint main(void) {\n  printf("%d\\n", 3);\n  return 0;\n}',
  cpp: '#include <iostream>\n#include <vector>\n\nint main() {\n  std::vector<int> v{1, 2};\n  for (auto x : v) std::cout << x << std::endl;\n}',
  csharp:
    'using System;\n\nnamespace Shop;\n\npublic class Cart\n{\n    public int Count { get; set; }\n    public void Show() => Console.WriteLine(Count);\n}',
  css: '.card {\n  color: #333;\n  margin: 0 auto;\n}\n\n@media (max-width: 600px) {\n  .card { display: none; }\n}',
  dart: "import 'package:flutter/material.dart';\n\nclass Home extends StatelessWidget {\n  @override\n  Widget build(BuildContext context) {\n    return const Text('hi');\n  }\n}",
  diff: '--- a/index.js\n+++ b/index.js\n@@ -1,3 +1,4 @@\n const a = 1\n-const b = 2\n+const b = 3',
  dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY package.json .\nRUN npm ci\nCMD ["node", "server.js"]',
  elixir:
    'defmodule Shop.Cart do\n  def total(items) do\n    items\n    |> Enum.map(& &1.price)\n    |> Enum.sum()\n  end\nend',
  go: 'package main\n\nimport "fmt"\n\nfunc main() {\n\tif err := run(); err != nil {\n\t\tfmt.Println(err)\n\t}\n}',
  haskell: 'module Main where\n\nimport Data.List (sort)\n\nmain :: IO ()\nmain = print $ sort [3, 1, 2]',
  html: '<!DOCTYPE html>\n<html>\n<body>\n  <h1>Hello</h1>\n  <p class="a">There</p>\n</body>\n</html>',
  java: 'public class Main {\n    public static void main(String[] args) {\n        System.out.println("hi");\n    }\n}',
  javascript:
    "const fs = require('fs')\n\nfunction read(path) {\n  return fs.readFileSync(path)\n}\nconsole.log(read('a'))",
  json: '{\n  "name": "cart",\n  "items": [1, 2, 3],\n  "paid": false\n}',
  kotlin:
    'data class Item(val name: String, val price: Int)\n\nfun main() {\n    val items = listOf(Item("a", 1))\n    println(items)\n}',
  lua: 'local function add(a, b)\n  return a + b\nend\n\nfor i = 1, 10 do\n  print(add(i, 1))\nend',
  makefile: '.PHONY: all clean\n\nall: main.o\n\t$(CC) -o app main.o\n\nclean:\n\trm -f app',
  perl: 'use strict;\nuse warnings;\n\nmy @lines = <STDIN>;\nforeach my $line (@lines) {\n  print $line if $line =~ /foo/;\n}',
  php: '<?php\nnamespace App;\n\nfunction total(array $items) {\n  foreach ($items as $item) {\n    echo $item->price;\n  }\n}',
  powershell: 'Get-ChildItem -Path C:\\Logs |\n  Where-Object { $_.Length -gt 1MB } |\n  Remove-Item -Force',
  python:
    'import os\n\ndef walk(path):\n    for name in os.listdir(path):\n        if name.endswith(".py"):\n            print(name)',
  r: 'library(ggplot2)\ndata <- read.csv("a.csv")\nx <- c(1, 2, 3)\nggplot(data, aes(x = a, y = b)) + geom_point()',
  ruby: "require 'json'\n\nclass Cart\n  attr_reader :items\n\n  def total\n    items.each do |item|\n      puts item.price\n    end\n  end\nend",
  rust: 'use std::fs;\n\nfn main() -> Result<(), Error> {\n    let mut text = fs::read_to_string("a")?;\n    println!("{}", text);\n    Ok(())\n}',
  scala:
    'object Main extends App {\n  case class Item(name: String)\n  val items = Seq(Item("a"))\n  items.foreach { case Item(n) => println(n) }\n}',
  shell:
    '#!/bin/bash\nset -euo pipefail\nfor file in *.log; do\n  if [ -s "$file" ]; then\n    gzip "$file"\n  fi\ndone',
  sql: 'SELECT id, name\nFROM users\nWHERE created_at > now()\nORDER BY name;',
  swift:
    'import SwiftUI\n\nstruct Home: View {\n    @State private var count = 0\n    var body: some View {\n        Text("\\(count)")\n    }\n}',
  toml: '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\nserde = { version = "1" }',
  typescript:
    'interface Item {\n  name: string\n  price?: number\n}\n\nexport function total(items: Item[]): number {\n  return items.length\n}',
  xml: '<?xml version="1.0"?>\n<project xmlns="https://example.com/a">\n  <name>app</name>\n  <version>1</version>\n</project>',
  yaml: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  ports:\n    - port: 80\n      targetPort: 8080',
}

describe('findCode', () => {
  test.each(Object.entries(pieces))('%s, between sentences', (language, code) => {
    const text = `Could you please look at this for me?\n\n${code}\n\nIt does not do what I want. What is the reason for that?`
    const found = find(text)
    expect(found.map((block) => block.language)).toEqual([language])
    expect(measureCode(code, 0.5)).toBeGreaterThan(0.7)
    expect(found[0]?.start).toBeGreaterThanOrEqual(text.indexOf(code))
    expect(found.at(-1)?.end).toBeLessThanOrEqual(text.indexOf(code) + code.length)
  })

  test.each([
    { name: 'a question', text: 'How do I sort a list in Python?' },
    { name: 'a question with a name of code', text: 'What does the function sort_by() return when the list is empty?' },
    { name: 'a letter', text: 'Dear all,\n\nthank you for coming; it was a pleasure.\n\nKind regards,\nAnn' },
    { name: 'a list', text: '- two eggs\n- a cup of flour\n- salt\n- butter: 50 g\n- sugar' },
    {
      name: 'a form',
      text: 'Name: Ann Lee\nAge: 34\nCity: Springfield\nQuestion: in which year did it open?\nAnswer:',
    },
    { name: 'a heading', text: '# How to install it\n\nRun the installer and follow the steps.' },
    {
      name: 'mathematics',
      text: 'Let f(x) = x^2 + 1. If x = 3, then f(x) = 10, so f(x) > x for all x.\nProve that a + b = b + a.',
    },
    { name: 'an equation on its own', text: 'Solve for x:\n\n3x + 5 = 20' },
    {
      name: 'prose with braces',
      text: 'Use the words {name} and {place} in the story; keep (if you can) the tone of [the original].',
    },
    { name: 'a template', text: 'Dear {{ name }},\n\nyour order {{ id }} has been shipped.\n\nThanks!' },
    {
      name: 'a log',
      text: '2024-05-01 12:00:01 INFO Server started on port 8080\n2024-05-01 12:00:07 WARN Slow query took 3200 ms\n2024-05-01 12:01:00 ERROR Connection lost',
    },
    {
      name: 'words of a shell in prose',
      text: 'Go to the store and make sure to echo what they said, then find the cat and export nothing.',
    },
    {
      name: 'words of SQL in prose',
      text: 'Select a book from the list and update me where you can. Drop by on Monday!',
    },
    { name: 'a dialogue', text: 'Ann: What is the time?\nBen: It is five.\nAnn: Thanks!' },
    { name: 'a table', text: '| name | price |\n| --- | --- |\n| tea | 3 |\n| milk | 2 |' },
    { name: 'lines drawn', text: '=====================\n---------------------\n*********************' },
    { name: 'marks of wonder', text: '??? !!! What ???\n>>> <<<' },
    { name: 'a link', text: 'See https://example.com/a?b=c&d=e for more (it is long).' },
    {
      name: 'a record with addresses',
      text: 'Domain Name: example.com\nStatus: clientHold https://example.com/epp#clientHold\nStatus: clientRenew https://example.com/epp#clientRenew\nName Server: ns1.example.net',
    },
    { name: 'another script', text: 'Где находится библиотека? Я ищу книгу (новую); спасибо.' },
    { name: 'import in prose', text: 'Import duties rose again.\nReturn to sender.\nFor sale: baby shoes, never worn' },
    {
      name: 'a fence around prose',
      text: '```\nThe quick brown fox jumps over the lazy dog.\nIt was a sunny day in May.\n```',
    },
    { name: 'a fence that says it is text', text: '```text\nTotal: 3 apples and 4 pears\n```' },
    { name: 'nothing', text: ' \n ' },
  ])('$name is not code', ({ text }) => {
    expect(find(text)).toEqual([])
  })

  test.each([
    { name: 'with backticks', text: 'a\n```py\nx\n```\nb', range: 'x', language: 'python' },
    { name: 'with tildes', text: '~~~ rust\nx\n~~~', range: 'x', language: 'rust' },
    { name: 'that names another language', text: '```zig\nx\n```', range: 'x', language: 'code' },
    { name: 'in a list', text: '- a\n    ```sh\n    ls -l\n    ```', range: '    ls -l', language: 'shell' },
    { name: 'with CRLF', text: '```js\r\nx()\r\n```\r\n', range: 'x()\r', language: 'javascript' },
    { name: 'without an end', text: 'a\n```js\nx\ny', range: 'x\ny', language: 'javascript' },
    { name: 'that holds a shorter fence', text: '````md\n```js\nx\n```\n````', range: undefined, language: undefined },
    {
      name: 'that names nothing',
      text: '```\nconst a = 1;\nconst b = f(a);\n```',
      range: 'const a = 1;\nconst b = f(a);',
      language: 'javascript',
    },
  ])('a fence $name', ({ text, range, language }) => {
    const found = find(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(range === undefined ? [] : [range])
    expect(found[0]?.language).toBe(language)
    expect(found.every(({ isFenced }) => isFenced)).toBe(true)
  })

  test('XML is XML also with names that HTML has', () => {
    const [block] = find('<?xml version="1.0"?>\n<a><b>c</b></a>\n<title>d</title>')
    expect(block?.language).toBe('xml')
  })

  test('blank lines are inside code, however many, and neither begin it nor end it', () => {
    const gap = '\n'.repeat(50)
    const text = `${gap}const a = find(1);${gap}return a + b.c();${gap}`
    expect(find(text)).toMatchObject([{ start: 50, end: text.length - 50 }])
  })

  test('backticks within a line are no fence', () => {
    expect(find('```one line``` and more\nprose all the way down here')).toEqual([])
  })

  test('two pieces with prose between them are two', () => {
    const text = `${pieces.python}\n\nThat was the first. And here is what calls it from the page:\n\n${pieces.html}`
    expect(find(text).map(({ language }) => language)).toEqual(['python', 'html'])
  })

  test('blocks are in order, disjoint and inside the text', () => {
    const line = fc.constantFrom(
      '```',
      '```js',
      '~~~',
      'const a = f(1);',
      '}',
      'A line of prose that says nothing at all.',
      '',
      '  x = 1',
      '> ```',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 20 }), (lines) => {
        const text = lines.join('\n')
        let from = 0
        for (const { start, end, score } of findCode(text)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          from = end
        }
        expect(from).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('measureCode', () => {
  test('is the share of the characters', () => {
    const prose = 'This sentence stands in front of the code and says what it does.'
    const share = measureCode(`${prose}\n${pieces.java}`, 0.5)
    expect(share).toBeGreaterThan(0.5)
    expect(share).toBeLessThan(0.8)
    expect(measureCode('', 0.5)).toBe(0)
  })

  test('a line without end is read in bounded time', () => {
    expect(measureCode(`${' '.repeat(1_000_000)})`, 0.5)).toBe(0)
    expect(measureCode(`${'a '.repeat(500_000)};`, 0.5)).toBe(0)
  })
})
