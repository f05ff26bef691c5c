import { isAscii, isUtf8 } from 'node:buffer'
import { ProcessorError } from '../errors.js'
import type { Part } from './part.js'
import { quote } from './quote.js'

/**
 * Decodes the content of a part. The part's own charset counts, else that of the request, else UTF-8; `utf-8`, `us-ascii`,
 * `latin-1` and `iso-8859-1` are known, in any case. Nothing is ever replaced or guessed.
 *
 * One byte order mark before UTF-8 is dropped, as RFC 8259, 8.1, allows a JSON reader: editors put it into files.
 * Latin-1 is ISO/IEC 8859-1, where each byte is its code point, and not the windows-1252 of WHATWG's label.
 *
 * @throws ProcessorError 400 `CHARSET_UNSUPPORTED` for another charset, `CHARSET_INVALID` for bytes that the charset
 * does not have.
 */
export function decodeText(part: Part, requestCharset: string | undefined): string {
  const charset = part.charset ?? requestCharset ?? 'utf-8'
  switch (charset.toLowerCase()) {
    case 'utf-8':
      return part.ascii ?? decodeUtf8(part)
    case 'us-ascii':
      return part.ascii ?? decodeAscii(part)
    case 'latin-1':
    case 'iso-8859-1':
      return part.ascii ?? part.bytes.toString('latin1')
    default:
      throw new ProcessorError({
        code: 'CHARSET_UNSUPPORTED',
        detail: `Part ${quote(part.name)} must be in utf-8, us-ascii, latin-1 or iso-8859-1; it is in ${quote(charset)}.`,
      })
  }
}

function decodeUtf8(part: Part): string {
  const { bytes } = part
  if (isAscii(bytes)) return bytes.toString('latin1')
  if (!isUtf8(bytes)) throw invalid(part, 'UTF-8', firstInvalidUtf8(bytes))
  return bytes.toString('utf8', startsWithByteOrderMark(bytes) ? 3 : 0)
}

function decodeAscii(part: Part): string {
  const { bytes } = part
  if (!isAscii(bytes)) throw invalid(part, 'US-ASCII', firstNotAscii(bytes))
  return bytes.toString('latin1')
}

function startsWithByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function invalid(part: Part, charset: string, offset: number): ProcessorError {
  return new ProcessorError({
    code: 'CHARSET_INVALID',
    detail: `Part ${quote(part.name)} is not valid ${charset} at byte ${offset}. Send UTF-8, or name the charset in Content-Type.`,
  })
}

/** So many bytes are checked at once before those of one such block are looked at by themselves. */
const BLOCK = 4096

function firstNotAscii(bytes: Buffer): number {
  let at = 0
  while (isAscii(bytes.subarray(at, at + BLOCK))) at += BLOCK
  while ((bytes[at] ?? 0) < 0x80) at++
  return at
}

/**
 * Offset of the first byte that starts no well-formed sequence, of bytes that {@link isUtf8} has refused.
 *
 * A lead byte says how long its sequence is, so no more than four bytes need to be looked at for each. That takes a hundred
 * times as long as the check of the whole, so it is done for the last block only.
 */
function firstInvalidUtf8(bytes: Buffer): number {
  let at = 0
  for (let end = blockEnd(bytes, at); isUtf8(bytes.subarray(at, end)); end = blockEnd(bytes, at)) at = end
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) break
    at += length
  }
  return at
}

/** Where a block ends that starts at `at`: not within a sequence, where the bytes are well-formed. */
function blockEnd(bytes: Buffer, at: number): number {
  let end = Math.min(at + BLOCK, bytes.length)
  for (let back = 0; back < 3 && isContinuation(bytes[end]); back++) end--
  return end
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}
