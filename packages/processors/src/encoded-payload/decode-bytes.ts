import { gunzipSync, inflateSync } from 'node:zlib'
import { isReadable } from '../text/payload-encodings.js'
import { type RunSearch, TOO_LONG } from './decoded-run.js'

/** Bytes as text, and what they went through. */
interface DecodedBytes {
  readonly text: string
  /** `['gzip']`, `['zlib']` or nothing. */
  readonly encodings: readonly string[]
}

/** So many bytes tell text from anything else. */
const SNIFFED_BYTES = 32

/** Fewer bytes are no piece of a longer run, which may be cut inside a character at either end. */
const SHORTEST_CUT = 8192

/** So many code units tell whether a text reads like one. */
const JUDGED_UNITS = 4096

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that no text has
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/

/** Whether bytes that begin so may be text, or compressed. */
export function mayBeText(bytes: Buffer, decompress: boolean): boolean {
  return isUtf16(bytes) || beginsAsText(bytes) || (decompress && formatOf(bytes) !== undefined)
}

/** What may be yet another encoding, and has few letters. */
const CODE = /^[\w+/=%\\ ,:;&#-]{16,}$/

/** Text in UTF-8 or UTF-16, if it reads like one or like another encoding; `undefined` for other bytes. */
export function readText(bytes: Buffer): string | undefined {
  const text = isUtf16(bytes) ? bytes.toString('utf16le') : readUtf8(bytes)
  const beginning = text?.slice(0, JUDGED_UNITS) ?? ''
  return isReadable(beginning) || CODE.test(beginning) ? text : undefined
}

/** Most bytes that one compressed byte can make (RFC 1951: 258 bytes in two bits). */
const HIGHEST_RATIO = 1032

/** As {@link readText}, also of compressed bytes, for as long as `unpacking` has bytes left. */
export function readCompressed(
  bytes: Buffer,
  unpacking: RunSearch['unpacking'],
): DecodedBytes | typeof TOO_LONG | undefined {
  const format = formatOf(bytes)
  if (format === undefined) return asDecoded(readText(bytes), [])
  if (unpacking.bytesLeft <= 0) return TOO_LONG
  try {
    const unpack = format === 'gzip' ? gunzipSync : inflateSync
    const unpacked = unpack(bytes, { maxOutputLength: unpacking.bytesLeft })
    unpacking.bytesLeft -= unpacked.length
    return asDecoded(readText(unpacked), [format])
  } catch (error) {
    // What was made before the fault is not told, so the most is charged.
    unpacking.bytesLeft -= bytes.length * HIGHEST_RATIO
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LONG : undefined
  }
}

function asDecoded(text: string | undefined, encodings: readonly string[]): DecodedBytes | undefined {
  return text === undefined ? undefined : { text, encodings }
}

/** RFC 1952, section 2.3.1; RFC 1950, section 2.2, with the usual window and levels. */
function formatOf([first, second]: Buffer): 'gzip' | 'zlib' | undefined {
  if (first === 0x1f && second === 0x8b) return 'gzip'
  return first === 0x78 && (second === 0x01 || second === 0x9c || second === 0xda) ? 'zlib' : undefined
}

function readUtf8(bytes: Buffer): string | undefined {
  if (!beginsAsText(bytes)) return undefined
  const decoded = bytes.toString('utf8')
  const text = bytes.length < SHORTEST_CUT ? decoded : decoded.replace(/^\ufffd{1,3}/, '').replace(/\ufffd{1,3}$/, '')
  return text.includes('\ufffd') || CONTROL.test(text) ? undefined : text
}

/** ASCII in UTF-16 with the low byte first, as PowerShell takes its commands. */
function isUtf16(bytes: Buffer): boolean {
  const end = Math.min(bytes.length & ~1, SNIFFED_BYTES)
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0 || bytes[index + 1] !== 0) return false
  }
  return end >= 12
}

function beginsAsText(bytes: Buffer): boolean {
  const end = Math.min(bytes.length, SNIFFED_BYTES)
  for (let index = 0; index < end; index++) {
    const byte = bytes[index] as number
    const isControl = byte < 0x20 || byte === 0x7f
    if (isControl && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) return false
  }
  return end > 0
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes of base32 without padding (RFC 4648, section 6). */
export function decodeBase32(run: string): Buffer {
  const bytes = Buffer.alloc((run.length * 5) >> 3)
  let bits = 0
  let value = 0
  let index = 0
  for (const digit of run) {
    value = ((value << 5) | BASE32.indexOf(digit)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[index++] = (value >> bits) & 0xff
  }
  return bytes
}
