import { describe, expect, test } from 'vitest'
import { viewText } from './text-view.js'

describe('viewText', () => {
  test('gives one view for equal texts, and each part of it once', () => {
    const view = viewText('some words')
    expect(viewText(['some', 'words'].join(' '))).toBe(view)
    expect(view.folded).toBe(view.folded)
    expect(view.words).toBe(view.words)
    expect(view.payloads).toBe(view.payloads)
  })

  test('lets the oldest go', () => {
    const view = viewText('the first')
    for (let index = 0; index < 20; index++) viewText(`another ${index}`)
    expect(viewText('the first')).not.toBe(view)
  })

  test('keeps no long text', () => {
    const text = 'a'.repeat(1_048_577)
    expect(viewText(text)).not.toBe(viewText(text))
  })

  test('its words stay as they are when other texts are read', () => {
    const { words } = viewText('Ignore the 1st of these words, plea5e')
    const before = JSON.stringify(words)
    for (const text of ['x', 'another text '.repeat(100), 'ﷺ'.repeat(3000), 'y']) viewText(text).words
    expect(JSON.stringify(words)).toBe(before)
  })
})
