import { caseGroups, formatCase, runConformance } from '@gatehouse/conformance'
import { fixtureProcessors } from '@gatehouse/conformance/fixtures'
import { createProcessorServer, processorRoutes } from '@gatehouse/sdk/fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/** A part limit of its own, so that the exact probes of case 29 need not send the default of many megabytes. */
const partLimitBytes = 2_000_000
/** Of pino, which logs a warning as a number. */
const WARNING = 40

let warnings: { readonly dropped?: string }[] = []
let url = ''

const server = createProcessorServer({
  processors: fixtureProcessors,
  limits: { maxPartBytes: partLimitBytes },
  fastify: {
    logger: {
      level: 'warn',
      stream: {
        write(line: string) {
          const record = JSON.parse(line)
          if (record.level === WARNING) warnings.push(record)
        },
      },
    },
  },
})
server.register(processorRoutes, { prefix: '/empty', processors: [] })

beforeAll(async () => {
  url = await server.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  server.server.closeAllConnections()
  await server.close()
})

beforeEach(() => {
  warnings = []
})

async function run(id: number) {
  const report = await runConformance({ url, partLimitBytes, only: [id] })
  const [subject] = report.cases
  if (subject === undefined) throw new Error(`No case has the id ${id}.`)
  return subject
}

for (const { name, cases } of caseGroups) {
  describe(name, () => {
    test.each(cases.map(({ id, title }) => ({ id, title })))('[protocol $id] $title', async ({ id }) => {
      const subject = await run(id)
      expect(subject.outcome, formatCase(subject).join('\n')).toBe('pass')
      expect(subject.probes.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
    })
  })
}

describe('what the server logs, which no client sees', () => {
  test.each([
    { id: 60, what: 'tags without permission', dropped: ['annotate'] },
    { id: 61, what: 'a change without permission', dropped: ['modify'] },
    { id: 62, what: 'nothing for an equal document', dropped: [] },
    { id: 64, what: "a change of the other stage's document, in both stages", dropped: ['wrong-stage', 'wrong-stage'] },
    { id: 66, what: 'a reject without permission, in both stages', dropped: ['reject', 'reject'] },
  ])('[protocol $id] one warning each for $what', async ({ id, dropped }) => {
    await run(id)
    expect(warnings.map((warning) => warning.dropped)).toEqual(dropped)
  })
})
