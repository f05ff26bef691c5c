import { isDeepStrictEqual } from 'node:util'
import { writePrompt, writeResponse } from '../../content/index.js'
import type { InputContext, ResponseContext } from '../../processor/index.js'
import type { TestExchange } from '../exchange.js'
import type { RunDecision } from '../run-processor.js'
import { disguise } from './disguise.js'
import { mixedTexts } from './hostile-texts.js'
import { fail, type Law, show } from './law.js'
import { permissionSets, type Subject } from './subject.js'

/** Who else holds the document (a second step, a recorder) must not see it change. */
export function leavesInputAlone(subject: Subject): Law {
  return {
    name: 'leaves its input as it was',
    async check() {
      for (const given of samplesAndMixtures(subject)) {
        let [before, after] = ['', '']
        const watched = disguise(subject.processor, async (call, context) => {
          before = writeInput(context)
          try {
            return await call()
          } finally {
            after = writeInput(context)
          }
        })
        for (const permissions of [permissionSets.all, permissionSets.noReject]) {
          await subject.runAs(watched, given, permissions)
          if (before !== after) fail({ given, expected: before, came: after }, subject.seed)
        }
      }
    },
  }
}

function writeInput(context: InputContext | ResponseContext): string {
  const { prompt, metadata } = context
  return [
    prompt && writePrompt(prompt),
    'response' in context && context.response ? writeResponse(context.response) : '',
    JSON.stringify(metadata),
  ].join('\n')
}

/** Without it no decision can be reproduced or cached. */
export function decidesTheSameTwice(subject: Subject): Law {
  return {
    name: 'decides the same twice',
    async check() {
      for (const given of samplesAndMixtures(subject)) {
        for (const permissions of [permissionSets.all, permissionSets.noReject]) {
          const [first, second] = [await subject.run(given, permissions), await subject.run(given, permissions)]
          if (isDeepStrictEqual(concluded(first), concluded(second))) continue
          fail({ given, expected: show(concluded(first)), came: show(concluded(second)) }, subject.seed)
        }
      }
    },
  }
}

function concluded({ kind, prompt, response, code, detail, metadata }: RunDecision) {
  return { kind, prompt, response, code, detail, metadata }
}

/** Processors run again on what they changed, in a retry or behind a second gateway. */
export function changesOnlyOnce(subject: Subject): Law {
  return {
    name: 'leaves alone what it has changed',
    async check() {
      for (const given of samplesAndMixtures(subject)) {
        const { prompt, response } = await subject.run(given, permissionSets.noReject)
        if (prompt === undefined && response === undefined) continue
        const changed = prompt === undefined ? { ...given, response } : { ...given, prompt }
        const again = await subject.run(changed, permissionSets.noReject)
        const came = again.prompt ?? again.response
        if (came !== undefined) fail({ given, expected: show(prompt ?? response), came: show(came) }, subject.seed)
      }
    },
  }
}

function samplesAndMixtures(subject: Subject): TestExchange[] {
  const mixtures = mixedTexts(subject.texts, subject.random(), 40)
  return [...subject.exchanges, ...mixtures.flatMap((text) => subject.ofText(text))]
}
