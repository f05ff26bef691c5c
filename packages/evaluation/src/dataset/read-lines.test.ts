import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLines } from './read-lines.js'

async function linesOf(chunks: readonly Uint8Array[], maxLength?: number) {
  async function* source() {
    yield* chunks
  }
  const lines = []
  for await (const line of readLines(source(), maxLength)) lines.push(line)
  return lines
}

describe('readLines', () => {
  test.each([
    { name: 'line ends', text: 'a\nb\n', lines: ['a', 'b'] },
    { name: 'no last line end', text: 'a\nb', lines: ['a', 'b'] },
    { name: 'empty lines are numbered', text: '\n\na', lines: ['', '', 'a'] },
    { name: 'a carriage return stays, as white space', text: 'a\r\nb', lines: ['a\r', 'b'] },
    {
      name: 'separators that may stand in JSON strings',
      text: 'a\u2028b\u2029c\u0085d\n',
      lines: ['a\u2028b\u2029c\u0085d'],
    },
    { name: 'a byte order mark is dropped', text: '\ufeffa\n', lines: ['a'] },
    { name: 'nothing', text: '', lines: [] },
  ])('$name', async ({ text, lines }) => {
    const read = await linesOf([Buffer.from(text)])
    expect(read).toEqual(lines.map((line, index) => ({ number: index + 1, text: line })))
  })

  test('however the bytes are cut, the lines are the same', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', 'ü', '€', '💳', '\r') })
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40), { maxLength: 6 }), async (content, cuts) => {
        const bytes = Buffer.from(content)
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end))
        expect(await linesOf(chunks)).toEqual(await linesOf([bytes]))
      }),
    )
  })

  test.each([
    { name: 'in one chunk', chunks: ['ok\n', 'x'.repeat(11)] },
    { name: 'in many', chunks: ['ok\n', 'xxxxx', 'xxxxx', 'x\n'] },
  ])('a line that is too long ends it before it is read whole, $name', async ({ chunks }) => {
    const read = linesOf(
      chunks.map((chunk) => Buffer.from(chunk)),
      10,
    )
    await expect(read).rejects.toMatchObject({ name: 'LineError', line: 2, message: 'expected at most 10 characters' })
  })

  test('bytes that are not UTF-8 are refused, with the line', async () => {
    const read = linesOf([Buffer.from('ok\n'), Buffer.from([0x61, 0xff, 0x0a])])
    await expect(read).rejects.toMatchObject({ name: 'LineError', line: 2 })
    await expect(linesOf([Buffer.from('€').subarray(0, 2)])).rejects.toMatchObject({ line: 1 })
  })
})
