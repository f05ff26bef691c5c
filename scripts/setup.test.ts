import { describe, expect, test } from 'vitest'
import { checkNodeVersion, isInstalled } from './setup.mjs'

describe('checkNodeVersion', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('takes %s', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow()
  })

  test.each(['20.18.3', '18.20.8', '8.17.0'])('refuses %s, and says what is needed', (version) => {
    expect(() => checkNodeVersion(version)).toThrow(`Gatehouse needs Node.js 20.19 or newer; this is ${version}.`)
  })
})

describe('isInstalled', () => {
  const zod = { 'node_modules/zod': { version: '4.6.7' } }
  const link = { 'node_modules/@gatehouse/sdk': { resolved: 'packages/sdk', link: true } }

  test.each([
    { name: 'the same', wanted: { ...zod, ...link }, installed: { ...zod, ...link }, expected: true },
    { name: 'nothing yet', wanted: zod, installed: {}, expected: false },
    { name: 'another version', wanted: zod, installed: { 'node_modules/zod': { version: '4.6.6' } }, expected: false },
    { name: 'a workspace that is not linked', wanted: link, installed: {}, expected: false },
    { name: 'more than is wanted', wanted: zod, installed: { ...zod, ...link }, expected: true },
    {
      name: 'the workspace itself',
      wanted: { '': {}, 'packages/sdk': { version: '0.1.0' } },
      installed: {},
      expected: true,
    },
    {
      name: 'a build for another platform',
      wanted: { 'node_modules/a-win32': { version: '1.0.0', optional: true } },
      installed: {},
      expected: true,
    },
  ])('$name: $expected', ({ wanted, installed, expected }) => {
    expect(isInstalled(wanted, installed)).toBe(expected)
  })
})
