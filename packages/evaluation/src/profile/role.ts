import type { LabelledRow } from '../dataset/labelled-row.js'
import type { Survey } from '../dataset/survey.js'
import type { TypedRange } from '../measure/spans.js'
import { ownEntry } from './own-entry.js'
import type { Profile } from './profile.js'
import { isSameSecretKind } from './secret-kinds.js'

/** What a row is to a processor; `undefined` when it says nothing about it. */
export type Role = 'positive' | 'negative' | 'language'

/** Whether a file is about a processor. */
export function isAbout({ labels, hasUnlabelledSpans, hasBareLanguages }: Survey, profile: Profile): boolean {
  const { positive, negative, pickFiles, spans, language } = profile
  if ((hasUnlabelledSpans && spans) || (hasBareLanguages && language)) return true
  if (labels.size === 0) return false
  return (
    !pickFiles || positive.some((label) => labels.has(label)) || [...labels].every((label) => negative.includes(label))
  )
}

/** Decides what a row is to a processor. */
export function roleOf(row: LabelledRow, profile: Profile): Role | undefined {
  const role = labelledRole(row, profile)
  return role === 'positive' && row.score !== undefined && row.score < profile.minimumScore ? undefined : role
}

function labelledRole(row: LabelledRow, profile: Profile): Role | undefined {
  const { label, spans, negative_for } = row
  if (label !== undefined) {
    if (profile.negative.includes(label)) return 'negative'
    return profile.positive.length === 0 || profile.positive.includes(label) ? 'positive' : undefined
  }
  if (spans !== undefined) {
    if (!profile.spans) return undefined
    if (wantedSpans(row, profile).length > 0) return 'positive'
    const isJudged = negative_for === undefined || negative_for.some((type) => !isIgnored(type, profile))
    return isJudged ? 'negative' : undefined
  }
  return profile.language && typeof row.language === 'string' ? 'language' : undefined
}

/** The labelled spans of a row that a processor looks for. */
export function wantedSpans({ spans = [] }: LabelledRow, profile: Profile): readonly TypedRange[] {
  return spans.filter(({ type }) => !isIgnored(type, profile))
}

/** Whether a finding of one type may stand for a span that is labelled with another. */
export function standsFor(labelled: string, found: string, { spanTypes, types }: Profile): boolean {
  return spanTypes === 'any' || isNamedAlike(labelled, found, types)
}

/**
 * Whether a finding that meets no wanted span was wrong. It is not known to be where the row says so: at a span that is not looked
 * for, and, on a row that is labelled for some types only, with a type that is none of them.
 */
export function isWrong(found: TypedRange & { readonly rule?: string }, row: LabelledRow, profile: Profile): boolean {
  const { spans = [], negative_for } = row
  const isAtIgnored = spans.some((span) => isIgnored(span.type, profile) && overlap(span, found))
  if (isAtIgnored) return false
  if (negative_for === undefined || negative_for.includes('any')) return true
  const isClaimed =
    profile.negativeFor === 'secret-kind'
      ? (type: string) => isSameSecretKind(type, found.rule ?? found.type)
      : (type: string) => isNamedAlike(type, found.type, profile.types)
  return negative_for.some(isClaimed) || spans.some(({ type }) => isClaimed(type))
}

function isIgnored(type: string, { ignoredTypes }: Profile): boolean {
  return ignoredTypes.some((ignored) => foldName(ignored) === foldName(type))
}

function isNamedAlike(labelled: string, found: string, types: Profile['types']): boolean {
  const name = foldName(found)
  return foldName(labelled) === name || (ownEntry(types, labelled) ?? []).some((other) => foldName(other) === name)
}

function foldName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_]/g, '-')
}

function overlap(first: TypedRange, second: TypedRange): boolean {
  return first.start < second.end && second.start < first.end
}
