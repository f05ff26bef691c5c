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
  // Keys in the samples of Firebase's SDK for Android
  '2037abcaffb2b777',
  '3f370c9dd8225c63',
  'e4a5542bb7fd7b67',
  'a19f89ab3555eac1',
  '0b476bdf9acf2123',
  'eb540d2b6ee2a0a4',
  '37f8f09bdf12c2f2',
  '8731261cb72d8626',
  '49f777db995e8260',
  '27a9a42931dff7eb',
  'dc0fcf046c61640c',
  '4c98242dcadc8b29',
  'ea9bb1082cf95663',
  '3a8b61d0f636b007',
  'a6c814bc555ae62c',
  // Credentials in RFC 5849
  '9d03b692e941d5ac',
  '8d567eb88afff34f',
  '4c20e6f5cc11b937',
  '6aa14267d94944e6',
  'bb9b1163338b2a51',
  '649e1f5c769e718b',
  'cb87c87e4a138d9a',
  '293257ab6495ebb1',
  '5586407997f5e849',
  '80f8b7c904d4a43f',
  '2ff8b0fb93aca981',
  'c20fbc2b96183894',
  'b87dad10a32a2d81',
  'b7c51d51ea830295',
  // Credentials in RFC 6749
  '6c96130f130ab0d6',
  '00cf4c781dc37003',
  'e9974c507d2a8021',
  '53f5da0aaa93d64c',
  'ca7459e2b26776de',
  'a35b81a7d7927b70',
  'a71b359a87afde13',
  // Credentials in RFC 6750
  'b8e148545b13c78b',
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
