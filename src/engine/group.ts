import type { Draft } from './draft.ts'
import type { Finding, Related } from './finding.ts'
import { fingerprinter, postFingerprint } from './fingerprint.ts'
import { framer } from './lines.ts'

interface Origin {
  readonly path: string
  readonly source: string
  readonly lines: readonly number[]
}

/** Drafts with the same key are places of one finding. */
const groupKey = ({ rule, definition, messageId, severity, slots }: Draft): string =>
  `${rule} ${messageId} ${severity} ${definition.group === 'same' ? JSON.stringify(slots) : ''}`

const inGroups = (drafts: readonly Draft[]): Draft[][] => {
  const groups: Draft[][] = []
  const byKey = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const key = draft.definition.group && groupKey(draft)
    const known = key && byKey.get(key)
    if (known) {
      known.push(draft)
      continue
    }
    const group = [draft]
    groups.push(group)
    if (key) byKey.set(key, group)
  }
  return groups
}

/**
 * Joins sorted drafts into findings: one each, or one for all the places that its rule groups.
 * Messages are left empty: they are built last, when it is known which places stay.
 */
export const groupDrafts = (sorted: readonly Draft[], { path, source, lines }: Origin): Finding[] => {
  const fingerprintOf = fingerprinter(source)
  const frameOf = framer(source, lines)
  // Before grouping, so that the n-th occurrence is counted in document order.
  const fingerprints = new Map<Draft, string>()
  for (const draft of sorted) {
    const { rule, definition } = draft
    fingerprints.set(draft, definition.threshold ? postFingerprint(rule, path) : fingerprintOf(rule, draft))
  }

  const placeOf = (draft: Draft) => ({
    start: draft.start,
    end: draft.end,
    ...(draft.fix && { fix: draft.fix }),
    ...(draft.suggestions && { suggestions: draft.suggestions }),
    frame: frameOf(draft.start),
    fingerprint: fingerprints.get(draft) ?? '',
  })

  return inGroups(sorted).map(([first, ...others]) => {
    if (!first) throw new Error('a group has at least one place')
    const related: Related[] = [
      ...others.map((draft) => ({
        kind: 'place' as const,
        ...placeOf(draft),
        ...(draft.definition.group === 'all' && { slots: draft.slots }),
      })),
      ...[first, ...others].flatMap((draft) => draft.related),
    ]
    return {
      rule: first.rule,
      severity: first.severity,
      messageId: first.messageId,
      slots: first.slots,
      message: '',
      ...placeOf(first),
      ...(related.length > 0 && { related }),
    }
  })
}
