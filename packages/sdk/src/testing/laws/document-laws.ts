import { setTimeout as sleep } from 'node:timers/promises'
import { isJsonObject } from '../../content/index.js'
import type { TestExchange } from '../exchange.js'
import { tell } from './acting-laws.js'
import { disguise } from './disguise.js'
import { hostileTexts, mixedTexts } from './hostile-texts.js'
import { fail, type Law, show } from './law.js'
import { permissionSets, type Subject } from './subject.js'

/** Users write what they like. */
export function takesHostileText(subject: Subject): Law {
  return {
    name: 'takes hostile text',
    async check() {
      const embedded = mixedTexts(subject.texts, subject.random(), 60)
      for (const text of [...Object.values(hostileTexts), ...embedded]) {
        for (const given of subject.ofText(text)) await expectDecision(subject, given)
      }
    },
  }
}

/** What the protocol allows beside a list of plain texts. */
export function takesEveryDocument(subject: Subject): Law {
  return {
    name: 'takes every document that the protocol allows',
    async check() {
      for (const stage of subject.stages) {
        const asMessage = (message: object) => (stage === 'input' ? message : { message })
        const [text = ''] = subject.texts
        const documents: (string | object)[][] = [
          [],
          [''],
          messagesWithoutText.map(asMessage),
          [
            asMessage({ role: '', content: text }),
            asMessage({ content: text }),
            asMessage({ role: 'tool', content: text }),
          ],
          [asMessage({ role: 'user', content: text, name: 5, tool_calls: null, content_type: [] })],
          Array.from({ length: 500 }, (_, index) => (index % 2 === 0 ? text : '')),
        ]
        for (const document of documents) await expectDecision(subject, subject.at(stage, document))
      }
      for (const given of subject.exchanges)
        await expectDecision(subject, { ...given, metadata: { request_id: [], a: 1 } })
    },
  }
}

const messagesWithoutText = [
  {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
  },
  { role: 'assistant' },
  {},
]

async function expectDecision(subject: Subject, given: TestExchange): Promise<void> {
  for (const permissions of [permissionSets.all, permissionSets.noReject]) {
    const decision = await subject.run(given, permissions)
    if (decision.kind === 'error') fail({ given, expected: 'a decision', came: tell(decision) }, subject.seed)
  }
}

/** A key that is lost here is lost to the model. */
export function keepsUnknownKeys(subject: Subject): Law {
  return {
    name: 'keeps keys that it does not know in what it changes',
    async check() {
      for (const [index, text] of subject.texts.entries()) {
        for (const stage of subject.stages) {
          const mark = `x-${index}`
          const message = { role: 'user', content: text, [mark]: 'message' }
          const item = stage === 'input' ? message : { message, [mark]: 'choice' }
          const list = stage === 'input' ? 'messages' : 'choices'
          const document = { [list]: [item], [mark]: 'envelope' }
          const { messages } = subject.at(stage, [])
          const given = { ...(stage === 'input' ? { prompt: document } : { response: document, messages }) }
          const { prompt, response } = await subject.run(given, permissionSets.noReject)
          const changed = prompt ?? response
          if (changed === undefined) continue
          const items = changed[list] as readonly unknown[]
          const hasAll =
            changed[mark] === 'envelope' && items.every((kept) => hasMarks(kept, mark, stage === 'response'))
          if (!hasAll) fail({ given, expected: `the keys "${mark}" to be kept`, came: show(changed) }, subject.seed)
        }
      }
    },
  }
}

/** Messages that the processor has added have no marks, and need none. */
function hasMarks(item: unknown, mark: string, isChoice: boolean): boolean {
  if (!isJsonObject(item)) return false
  if (!isChoice) return item[mark] === 'message'
  return item[mark] === 'choice' && isJsonObject(item.message) && item.message[mark] === 'message'
}

/** How long a handler may take to end after its signal, in milliseconds. */
const ABORT_GRACE_MS = 2_000

/** A client that is gone waits for nothing, so nothing should run on for it. */
export function endsWhenAborted(subject: Subject): Law {
  return {
    name: 'ends soon after its signal fires',
    async check() {
      for (const given of subject.exchanges) {
        let running: PromiseLike<unknown> | undefined
        const watched = disguise(subject.processor, (call) => {
          const output = call()
          if (isJsonObject(output) && 'then' in output) running = output as unknown as PromiseLike<unknown>
          return output
        })
        const controller = new AbortController()
        const run = subject.runAs(watched, given, permissionSets.all, { signal: controller.signal })
        setImmediate(() => controller.abort())
        await run
        if (running === undefined) continue
        const ended = Promise.resolve(running).then(
          () => true,
          () => true,
        )
        const hasEnded = await Promise.race([ended, sleep(ABORT_GRACE_MS, false, { ref: false })])
        const expected = `the handler to end within ${ABORT_GRACE_MS} ms of its signal`
        if (!hasEnded) fail({ given, expected, came: 'one that runs on' }, subject.seed)
      }
    },
  }
}
