import { describe, expect, test } from 'vitest'
import { conformanceCases } from '../cases/index.js'
import { fixtureProcessors } from '../fixtures/index.js'
import { modes } from '../fixtures/modes.js'
import { isMultipart } from '../language/exchange.js'
import { requiredModes, requiredParameters, requiredProcessors } from './fixture-contract.js'

const required = requiredModes.map(({ mode }) => mode)

/** Values of `mode` in the parameter parts of all cases. */
function usedModes(): Set<string> {
  const probes = conformanceCases.flatMap((subject) => ('probes' in subject ? subject.probes : []))
  const used = new Set(['slow', 'seen'])
  for (const { send } of probes) {
    const { body } = typeof send === 'function' ? send({ partLimitBytes: 1000 }) : send
    if (body === undefined || !isMultipart(body)) continue
    for (const part of body.parts) {
      const mode = typeof part.body === 'string' ? /"mode":"([^"]+)"/.exec(part.body)?.[1] : undefined
      if (mode !== undefined) used.add(mode)
    }
  }
  return used
}

describe('the contract, the fixtures and the cases agree', () => {
  test('on the modes', () => {
    expect(Object.keys(modes).sort()).toEqual(required.toSorted())
    expect([...usedModes()].sort()).toEqual(required.toSorted())
  })

  test('on the processors', () => {
    expect(fixtureProcessors.map(({ name, version, appDetails }) => ({ name, version, appDetails }))).toEqual(
      requiredProcessors.map(({ name }) => ({
        name,
        version: 'v1',
        appDetails: name === 'Both' ? { build: 'b1' } : undefined,
      })),
    )
  })

  test('on the parameters', () => {
    const known = ['annotate', 'modify', 'reject', ...requiredParameters.map(({ name }) => name)]
    for (const { name, signatureDocument } of fixtureProcessors) {
      const expected = name === 'need' ? [...known, 'must'] : known
      expect(Object.keys(signatureDocument.parameters.properties).sort()).toEqual(expected.toSorted())
    }
  })
})

describe('the cases', () => {
  const ids = conformanceCases.map(({ id }) => id)

  test('have one id each, all 76 of the protocol among them, additions from 101', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id <= 100).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 76 }, (_, index) => index + 1),
    )
    expect(Math.min(...ids.filter((id) => id > 76))).toBe(101)
  })

  test('expect something of every probe, under a name of its own', () => {
    for (const subject of conformanceCases) {
      if (!('probes' in subject)) continue
      expect(subject.probes.length).toBeGreaterThan(0)
      for (const { must, should } of subject.probes) expect(must ?? should).toBeDefined()
      const names = subject.probes.map(({ name }) => name)
      expect(new Set(names).size, `names in case ${subject.id}`).toBe(names.length)
    }
  })
})
