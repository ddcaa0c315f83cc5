import type { Severity } from '../engine/finding.ts'
import type { FixedCounts, Locale, Summary } from './formatter.ts'

/** The words around the findings, in every language that postlint speaks. */
export interface ReportTexts {
  readonly severity: Readonly<Record<Severity, string>>
  /** `also at 22:1, 32:1 and 7 more`; `more` is 0 when every place is named. */
  alsoAt(places: readonly string[], more: number): string
  see(place: string): string
  /** What a related place is, where it stands alone. */
  readonly related: Readonly<Record<'place' | 'see', string>>
  readonly safeFix: string
  readonly unsafeFix: string
  suggestion(title: string): string
  /** The last line of a run, in parts: counts of what was found, then the rest. */
  counts(summary: Summary): { readonly errors: string; readonly warnings: string; readonly infos: string }
  filesChecked(files: number): string
  noProblems(files: number): string
  fixable(count: number): string
  suppressed(count: number): string
  /** Of findings that the baseline leaves out. */
  known(count: number): string
  notShown(count: number): string
  /** `Fixed 14 problems in 3 files: 12 no-empty-paragraph, …`; a dry run says what it would have done. */
  fixed(counts: FixedCounts, isDry: boolean): string
  /** Heads of tables. */
  readonly place: string
  readonly message: string
  readonly rule: string
  /** Of findings for which a report has no room. */
  moreFindings(count: number): string
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** How often each rule was fixed, the most frequent first: `12 no-empty-paragraph, 2 link-rel-valid`. */
const byRule = ({ rules }: FixedCounts): string =>
  Object.entries(rules)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([rule, count]) => `${count} ${rule}`)
    .join(', ')

const en: ReportTexts = {
  severity: { error: 'error', warn: 'warning', info: 'info' },
  alsoAt: (places, more) => `also at ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  see: (place) => `see ${place}`,
  related: { place: 'also here', see: 'see here' },
  safeFix: 'safe fix',
  unsafeFix: 'fix to check by hand',
  suggestion: (title) => `suggestion: ${title}`,
  counts: ({ errors, warnings, infos }) => ({
    errors: plural(errors, 'error'),
    warnings: plural(warnings, 'warning'),
    infos: `${infos} info`,
  }),
  filesChecked: (files) => `${plural(files, 'file')} checked`,
  noProblems: (files) => `No problems in ${plural(files, 'file')}.`,
  fixable: (count) => `${count} fixable`,
  suppressed: (count) => `${count} suppressed`,
  known: (count) => `${count} in the baseline`,
  notShown: (count) => `${count} below error level not shown`,
  fixed: (counts, isDry) =>
    `${isDry ? 'Would fix' : 'Fixed'} ${plural(counts.problems, 'problem')} in ${plural(counts.files, 'file')}: ${byRule(counts)}`,
  place: 'Place',
  message: 'Finding',
  rule: 'Rule',
  moreFindings: (count) => `${plural(count, 'more finding')} not shown here`,
}

const ko: ReportTexts = {
  severity: { error: '오류', warn: '경고', info: '참고' },
  alsoAt: (places, more) => `같은 문제: ${places.join(', ')}${more > 0 ? ` 외 ${more}곳` : ''}`,
  see: (place) => `${place} 참고`,
  related: { place: '같은 문제', see: '참고할 곳' },
  safeFix: '안전한 수정 가능',
  unsafeFix: '확인이 필요한 수정 가능',
  suggestion: (title) => `제안: ${title}`,
  counts: ({ errors, warnings, infos }) => ({
    errors: `오류 ${errors}개`,
    warnings: `경고 ${warnings}개`,
    infos: `참고 ${infos}개`,
  }),
  filesChecked: (files) => `파일 ${files}개 검사`,
  noProblems: (files) => `파일 ${files}개에서 문제를 찾지 못했습니다.`,
  fixable: (count) => `${count}개 수정 가능`,
  suppressed: (count) => `${count}개 무시됨`,
  known: (count) => `베이스라인에 있는 ${count}개 제외`,
  notShown: (count) => `오류가 아닌 ${count}개는 표시하지 않음`,
  fixed: (counts, isDry) =>
    `파일 ${counts.files}개에서 문제 ${counts.problems}개 ${isDry ? '수정 예정' : '수정'}: ${byRule(counts)}`,
  place: '위치',
  message: '내용',
  rule: '규칙',
  moreFindings: (count) => `그 밖의 문제 ${count}개는 여기에 표시하지 않음`,
}

export const reportTexts: Readonly<Record<Locale, ReportTexts>> = { en, ko }
