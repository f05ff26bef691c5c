import { pathToFileURL } from 'node:url'
import { decodeText, encodeMultipart, findPart, parseContentType, parseMultipart, partNames } from '@gatehouse/sdk/wire'
import busboy from 'busboy'
import { conversation, type Script, sizes } from './requests.js'

/**
 * The multipart codec in one process, without HTTP: from the header and the body to the texts of all parts, beside busboy
 * and the `formData()` of Node's own fetch. Leaves out reading from a socket, in many chunks, and parsing the JSON.
 */
type Reader = (body: Buffer, contentType: string) => number | Promise<number>

/** Each returns the length of the messages, so that no work can be left out. */
const readers: Readonly<Record<string, Reader>> = {
  codec(body, contentType) {
    const type = parseContentType(contentType)
    const parts = parseMultipart(body, type)
    let length = 0
    for (const part of parts) length += decodeText(part, type.charset).length
    return findPart(parts, partNames.inputMessages) === undefined ? 0 : length
  },
  busboy(body, contentType) {
    return new Promise((resolve, reject) => {
      let length = 0
      const parser = busboy({ headers: { 'content-type': contentType }, limits: { fieldSize: body.length } })
      parser.on('field', (_name, value) => {
        length += value.length
      })
      parser.on('error', reject)
      parser.on('close', () => resolve(length))
      parser.end(body)
    })
  },
  async formData(body, contentType) {
    const form = await new Response(body as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': contentType },
    }).formData()
    let length = 0
    for (const value of form.values()) length += String(value).length
    return length
  },
}

/** Bytes of the messages, about. */
const ROUNDS = 9
const ROUND_MS = 60

/**
 * Median nanoseconds of processor time for one run of each, taken in turn so that a slow moment of the machine hits all
 * alike. Time of the collector's threads counts.
 */
async function time(runs: Readonly<Record<string, () => unknown>>): Promise<Record<string, number>> {
  const samples = Object.fromEntries(Object.keys(runs).map((name) => [name, [] as number[]]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const before = process.cpuUsage()
      const end = performance.now() + ROUND_MS
      let count = 0
      while (performance.now() < end) {
        for (let again = 0; again < 10; again++) {
          const outcome = run()
          if (outcome instanceof Promise) await outcome
        }
        count += 10
      }
      const { user, system } = process.cpuUsage(before)
      // The first round warms up.
      if (round > 0) samples[name]?.push(((user + system) * 1000) / count)
    }
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, values.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN]),
  )
}

/** Nanoseconds of one run of each reader, and of encoding, on a request with such a conversation. */
export async function timeCodec(
  bytes: number,
  script: Script,
): Promise<{ readonly times: Readonly<Record<string, number>>; readonly bodyBytes: number }> {
  const texts = {
    [partNames.metadata]: '{"request_id":"0199f2c4-55aa-7c1e-9d0e-3b1b0c6f7a10","step_id":"0199f2c4"}',
    [partNames.inputParameters]: '{"annotate":true,"reject":true}',
    [partNames.inputMessages]: conversation(bytes, script),
  }
  const { body: text, contentType } = encodeMultipart(texts)
  const body = Buffer.from(text)
  const lengths = await Promise.all(Object.values(readers).map((read) => read(body, contentType)))
  if (new Set(lengths).size !== 1) throw new Error(`The readers disagree: ${lengths.join(', ')}.`)
  const times = await time({
    ...Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, () => read(body, contentType)])),
    encode: () => encodeMultipart(texts).body.length,
  })
  return { times, bodyBytes: body.length }
}

/** Prints nanoseconds per body for the sizes and scripts of the benchmarks, and the growth from 10 KB to 10 MB. */
export async function run(): Promise<void> {
  const perByte: Record<string, number> = {}
  for (const script of ['ascii', 'unicode'] as const satisfies Script[]) {
    for (const [size, bytes] of Object.entries(sizes)) {
      const { times, bodyBytes } = await timeCodec(bytes, script)
      const { codec = Number.NaN, busboy = Number.NaN } = times
      perByte[`${size} ${script}`] = codec / bodyBytes
      const columns = Object.entries(times).map(([name, ns]) => `${name} ${Math.round(ns).toLocaleString('en')} ns`)
      console.log(`${size} ${script}: ${columns.join(', ')}; busboy/codec ${(busboy / codec).toFixed(1)}`)
    }
  }
  for (const script of ['ascii', 'unicode']) {
    const growth = (perByte[`10mb ${script}`] ?? Number.NaN) / (perByte[`10kb ${script}`] ?? Number.NaN)
    console.log(`growth of the cost per byte, 10 KB to 10 MB, ${script}: ${growth.toFixed(2)}`)
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await run()
