// #region test
import { processorLaws, runProcessor } from '@gatehouse/sdk/testing'
import { expect, test } from 'vitest'
import { projectNames } from './processor.js'

const names = ['Bluebird']

test.each([
  { parameters: { names }, expected: { kind: 'pass', tags: { confidential: ['project-name'] } } },
  { parameters: { names, modify: true }, expected: { prompt: { messages: [{ content: 'Is [PROJECT] late?' }] } } },
  { parameters: { names, reject: true }, expected: { kind: 'reject', code: 'AIGW_POLICY_VIOLATION' } },
  { parameters: { names: ['Redwing'], reject: true }, expected: { kind: 'pass', tags: {} } },
])('$parameters', async ({ parameters, expected }) => {
  const decision = await runProcessor(projectNames, { messages: ['Is Bluebird late?'], parameters })
  expect(decision).toMatchObject(expected)
})
// #endregion test

// #region laws
test.each(processorLaws(projectNames, { samples: ['Is Bluebird late?'], parameters: { names }, idempotent: true }))(
  '$name',
  ({ check }) => check(),
)
// #endregion laws
