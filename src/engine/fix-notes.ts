import type { Texts } from '../texts.ts'
import type { Finding } from './finding.ts'
import { placeFingerprint } from './fingerprint.ts'
import type { PlannedFix } from './fix.ts'
import type { LintedPost, Objection } from './fix-check.ts'
import type { DroppedFix } from './fix-rounds.ts'
import { frameAt } from './lines.ts'
import { byFindingOrder } from './order.ts'
import { mapPlaces } from './places.ts'

/** Messages of the findings that say what became of a rule's fixes; no rule may have one of these names. */
export const fixMessages: Readonly<Record<`fix-${Objection | 'undone'}`, Texts>> = {
  'fix-text': {
    en: 'Left unfixed: the fix would change what readers see. Please report this.',
    ko: '수정하지 않았습니다. 보이는 글이 달라집니다. 이 오류를 제보해 주십시오.',
  },
  'fix-front-matter': {
    en: 'Left unfixed: the fix would change other fields of the front matter. Please report this.',
    ko: '수정하지 않았습니다. 프런트매터의 다른 필드가 달라집니다. 이 오류를 제보해 주십시오.',
  },
  'fix-parse': {
    en: 'Left unfixed: the fix would break the structure of the post. Please report this.',
    ko: '수정하지 않았습니다. 글의 구조가 깨집니다. 이 오류를 제보해 주십시오.',
  },
  'fix-error': {
    en: 'Left unfixed: the fix would bring a new error. Mend this by hand.',
    ko: '수정하지 않았습니다. 새로운 오류가 생기므로 직접 고쳐야 합니다.',
  },
  'fix-undone': {
    en: 'Nothing was fixed: fixes of this rule and of another undo each other. Please report this.',
    ko: '수정하지 않았습니다. 이 규칙과 다른 규칙의 수정이 서로를 되돌립니다. 이 오류를 제보해 주십시오.',
  },
}

/** The finding that says why a fix was left out. It weighs nothing: what it is about is still reported by its rule. */
const noteOn = (
  { rule, start, end }: Pick<PlannedFix, 'rule' | 'start' | 'end'>,
  messageId: keyof typeof fixMessages,
  occurrence: number,
  { source, result }: LintedPost,
): Finding => ({
  rule,
  severity: 'info',
  messageId,
  slots: {},
  message: '',
  start,
  end,
  frame: frameAt(source, result.lines, start),
  fingerprint: placeFingerprint(rule, messageId, occurrence),
})

/** A finding without those of its fixes that have proved to hurt, so that nobody applies them. */
const withoutDropped = (finding: Finding, dropped: readonly PlannedFix[]): Finding => {
  const own = dropped.filter(({ rule, messageId }) => rule === finding.rule && messageId === finding.messageId)
  if (own.length === 0) return finding
  return mapPlaces(finding, (place) =>
    own.some(({ start, end }) => start === place.start && end === place.end) ? { ...place, fix: undefined } : place,
  )
}

/** The findings of a post after fixing, with those that say which fixes were left out. */
export const noteDropped = (linted: LintedPost, dropped: readonly DroppedFix<Objection>[]): readonly Finding[] => {
  if (dropped.length === 0) return linted.findings
  const fixes = dropped.map(({ fix }) => fix)
  const notes = dropped.map(({ fix, objection }, index) => noteOn(fix, `fix-${objection}`, index + 1, linted))
  return [...linted.findings.map((finding) => withoutDropped(finding, fixes)), ...notes].sort(byFindingOrder)
}

/** The findings of a post whose fixes undo each other, with one that says so. */
export const noteUndone = (linted: LintedPost, [fix]: readonly PlannedFix[] = []): readonly Finding[] =>
  fix ? [noteOn({ rule: fix.rule, start: 0, end: 0 }, 'fix-undone', 1, linted), ...linted.findings] : linted.findings
