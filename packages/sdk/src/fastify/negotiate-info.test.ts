import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { infoFormats, negotiateInfoFormat } from './negotiate-info.js'

describe('the format that an Accept header asks for', () => {
  test.each([
    { accept: undefined, format: 'application/json' },
    { accept: '', format: 'application/json' },
    { accept: '*/*', format: 'application/json' },
    { accept: 'application/json', format: 'application/json' },
    { accept: 'text/plain', format: 'text/plain' },
    { accept: 'text/html', format: 'text/html' },
    { accept: 'text/markdown', format: 'text/markdown' },
    { accept: 'TEXT/HTML', format: 'text/html' },
    { accept: 'text/html; charset=utf-8', format: 'text/html' },
    { accept: 'image/png', format: 'application/json' },
    { accept: 'image/png, */*', format: 'application/json' },
    { accept: 'text/*', format: 'text/plain' },
    { accept: 'application/*', format: 'application/json' },
    { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', format: 'text/html' },
    { accept: 'application/json, text/html', format: 'text/html' },
    { accept: 'text/markdown, text/html, text/plain', format: 'text/plain' },
    { accept: 'text/plain;q=0.5, text/markdown;q=0.9', format: 'text/markdown' },
    { accept: 'text/html;q=0.5, application/json', format: 'application/json' },
    { accept: 'text/html;q=0, text/*', format: 'text/plain' },
    { accept: 'text/plain;q=0, text/*', format: 'text/html' },
    { accept: '*/*;q=0.9, text/markdown;q=0.1', format: 'application/json' },
    { accept: 'text/*;q=0.8, text/markdown;q=0.8', format: 'text/markdown' },
    { accept: 'text/html;q=2', format: 'application/json' },
    { accept: 'text/html;q=x', format: 'application/json' },
    { accept: 'text/html;q=', format: 'application/json' },
    { accept: 'application/json;q=0, */*;q=0.1', format: 'text/plain' },
    { accept: ', ,;q=1,/', format: 'application/json' },
  ])('$accept: $format', ({ accept, format }) => {
    expect(negotiateInfoFormat(accept)).toBe(format)
  })

  test('is always one that there is, and never takes long', () => {
    const piece = fc.constantFrom('text/', 'html', 'plain', '*', '/', ';', 'q=', '0.5', ',', ' ', 'application/json')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (accept) => {
          expect(infoFormats).toContain(negotiateInfoFormat(accept))
        },
      ),
    )
    const startedAt = performance.now()
    negotiateInfoFormat('text/html,'.repeat(100_000))
    negotiateInfoFormat(`text/html${';'.repeat(1_000_000)}`)
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
