import type { Action } from '../../processor/index.js'
import type { RunDecision } from '../run-processor.js'
import { disguise } from './disguise.js'
import { fail, type Law, show } from './law.js'
import { allPermissions, permissionSets, type Subject } from './subject.js'

/** No sample is a fault, and one of them moves the processor, without which the other laws would prove little. */
export function judgesSamples(subject: Subject): Law {
  return {
    name: 'judges every sample, and has something to say about one of them',
    async check() {
      let hasSpoken = false
      for (const given of subject.exchanges) {
        const decision = await subject.run(given, permissionSets.all)
        if (decision.kind === 'error') fail({ given, expected: 'a decision', came: tell(decision) }, subject.seed)
        hasSpoken ||= decision.metadata !== undefined
      }
      if (!hasSpoken) {
        fail({ given: subject.exchanges, expected: 'tags, findings, a change or a reject', came: 'none' }, subject.seed)
      }
    },
  }
}

/** A processor that names its actions gets start-up warnings by them, so the list must be complete. */
export function declaresActions(subject: Subject): Law {
  const { actions } = subject.processor
  return {
    name: `does nothing but what its actions declare: ${actions.join(', ')}`,
    async check() {
      for (const given of subject.exchanges) {
        for (const permissions of [permissionSets.all, permissionSets.noReject]) {
          const decision = await subject.run(given, permissions)
          const undeclared = actionsOf(decision).find((action) => !actions.includes(action))
          if (undeclared === undefined) continue
          fail({ given, expected: `nothing but ${actions.join(', ')}`, came: undeclared }, subject.seed)
        }
      }
    },
  }
}

function actionsOf({ kind, tags, prompt, response }: RunDecision): Action[] {
  return [
    ...(Object.keys(tags).length > 0 ? (['annotate'] as const) : []),
    ...(prompt !== undefined || response !== undefined ? (['modify'] as const) : []),
    ...(kind === 'reject' ? (['reject'] as const) : []),
  ]
}

/** Every set of permissions leads to a decision, and none to a change of the other stage. */
export function takesEveryPermission(subject: Subject): Law {
  const { withinPermissions = false } = subject.options
  return {
    name: `decides under every set of permissions${withinPermissions ? ', and tries nothing that it may not do' : ''}`,
    async check() {
      for (const exchange of subject.exchanges) {
        for (const permissions of allPermissions) {
          const decision = await subject.run(exchange, permissions)
          const given = { ...exchange, permissions }
          if (decision.kind === 'error') fail({ given, expected: 'a decision', came: tell(decision) }, subject.seed)
          const dropped = decision.dropped.find((action) => withinPermissions || action === 'wrong-stage')
          if (dropped !== undefined) fail({ given, expected: 'nothing to drop', came: dropped }, subject.seed)
        }
      }
    },
  }
}

/** The detail is all that a person gets to read. */
export function explainsRejects(subject: Subject): Law {
  return {
    name: 'gives a detail with every reject',
    async check() {
      for (const given of subject.exchanges) {
        const { kind, detail } = await subject.run(given, permissionSets.all)
        if (kind === 'reject' && detail?.trim() === '') {
          fail({ given, expected: 'a detail', came: 'an empty one' }, subject.seed)
        }
      }
    },
  }
}

/** What JSON would lose without a word (`NaN`, a Map, a Date) is lost on the wire. */
export function findsInJson(subject: Subject): Law {
  return {
    name: 'writes metadata and findings that JSON can hold',
    async check() {
      for (const given of subject.exchanges) {
        for (const permissions of [permissionSets.all, permissionSets.noReject]) {
          let output: unknown
          const watched = disguise(subject.processor, async (call) => {
            output = await call()
            return output
          })
          await subject.runAs(watched, given, permissions)
          const { metadata, processorResult } = (output ?? {}) as { metadata?: unknown; processorResult?: unknown }
          const came = findUnwritable({ metadata, processorResult }, 'result')
          if (came !== undefined) fail({ given, expected: 'JSON values', came }, subject.seed)
        }
      }
    },
  }
}

/** Where a value holds something that JSON does not have, and what. */
function findUnwritable(value: unknown, place: string, above: readonly unknown[] = []): string | undefined {
  if (value === null || value === undefined || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return value.isWellFormed() ? undefined : `${place}: a lone surrogate`
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${place}: ${value}`
  if (typeof value !== 'object') return `${place}: a ${typeof value}`
  if (above.includes(value)) return `${place}: a cycle`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== null && prototype !== Object.prototype) {
    return `${place}: a ${(prototype as { constructor?: { name?: string } }).constructor?.name ?? 'class instance'}`
  }
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined && Array.isArray(value)) return `${place}.${key}: undefined`
    const found = findUnwritable(inner, `${place}.${key}`, [...above, value])
    if (found !== undefined) return found
  }
  return undefined
}

/** A decision in a few words. */
export function tell({ kind, error }: RunDecision): string {
  if (error === undefined) return kind
  const cause = error.cause instanceof Error ? `: ${error.cause}` : ''
  return `${error.status} ${error.code}, ${show([error.detail, ...error.messages])}${cause}`
}
