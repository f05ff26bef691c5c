import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { copyText } from './copy-text.js'
import { attributeOfId } from './execution/telemetry.js'
import { ParameterDocuments } from './processor/parameter-documents.js'
import { parsePartHeaders } from './wire/part-headers.js'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const kibibyte = 1024
const mebibyte = 1024 * kibibyte

/** Bytes on the heap after a garbage collection. */
function heldBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

/** A short piece of a text of 512 KiB. */
function pieceOfLongText(number: number): string {
  return Buffer.alloc(512 * kibibyte, `X-Number: ${number}\r\n\r\n`)
    .toString('latin1')
    .slice(0, `X-Number: ${number}`.length)
}

test.each([
  { name: 'no text', text: '' },
  { name: 'ASCII', text: 'x'.repeat(1000) },
  { name: 'other scripts', text: 'é and 漢字 🙂' },
  { name: 'a lone surrogate', text: 'a lone \ud800 surrogate' },
])('the copy is equal: $name', ({ text }) => {
  expect(copyText(text)).toBe(text)
})

const named = 'Content-Disposition: form-data; name="input.messages"'
const documents = new ParameterDocuments((text) => text.length)

test.each<{ name: string; keep: (piece: string) => unknown }>([
  { name: 'a copy', keep: copyText },
  { name: 'a parameters document that is remembered', keep: (piece) => documents.get(piece) },
  { name: 'a header block that is remembered', keep: parsePartHeaders },
  {
    name: 'the name of a part',
    keep: (piece) => parsePartHeaders(`${named}\r\n${piece.padEnd(256 * kibibyte, 'x')}`)?.name,
  },
  { name: 'an attribute of a span', keep: (piece) => attributeOfId(piece.padEnd(256 * kibibyte, 'é')) },
  { name: 'an attribute cut within a character', keep: (piece) => attributeOfId(piece.padEnd(256 * kibibyte, '🙂')) },
])('$name does not keep the text that it came in', ({ keep }) => {
  const before = heldBytes()
  const pieces = Array.from({ length: 64 }, (_, index) => pieceOfLongText(10_000 + index))
  expect(heldBytes() - before, 'why it is copied').toBeGreaterThan(24 * mebibyte)
  const kept = pieces.splice(0).map(keep)
  expect(heldBytes() - before).toBeLessThan(4 * mebibyte)
  expect(kept).not.toContain(undefined)
})

test('of header blocks that never come again few are remembered', () => {
  const before = heldBytes()
  for (let number = 0; number < 50_000; number++) parsePartHeaders(`X-Number: ${number} ${'x'.repeat(400)}`)
  expect(heldBytes() - before).toBeLessThan(4 * mebibyte)
})
