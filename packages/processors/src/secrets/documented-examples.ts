import { createHash } from 'node:crypto'

/** Longest example that is known. */
const MAX_EXAMPLE_LENGTH = 256

/**
 * Values that a vendor or a standard publishes for everyone to use, as the first 16 hexadecimal digits of their SHA-256, so
 * that no token stands here.
 */
const EXAMPLES: ReadonlySet<string> = new Set([
  // Keys of the test account in Stripe's documentation
  '2cafc0970149a84f',
  'f2d6ca16515033e5',
  '7e8de44ea9ecf6d5',
  // Tokens that the page of jwt.io shows or has shown
  '7f75367e78812551',
  'c794fa6d20c64efb',
  'da816f9f2c16e6c5',
  // Accounts of the local emulators of Azure Storage and Azure Cosmos DB
  '0011cc25eb432071',
  'aa6547439583c3a2',
  // Credentials in RFC 7617 and in the texts before it
  'cf4d418ed3de92d7',
  '73f71af093fdf154',
  '687da00b09c83361',
])

/** Whether the value is one that documentation shows to everyone. */
export function isDocumentedExample(value: string): boolean {
  if (value.length > MAX_EXAMPLE_LENGTH) return false
  return EXAMPLES.has(createHash('sha256').update(value).digest('hex').slice(0, 16))
}
