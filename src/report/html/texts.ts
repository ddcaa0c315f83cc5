import type { Locale } from '../formatter.ts'

/** What the page says around the findings. */
export interface PageTexts {
  readonly title: string
  readonly posts: string
  readonly errors: string
  readonly warnings: string
  readonly infos: string
  readonly fixable: string
  /** The parts of the ring, from worst to best. */
  readonly shares: Readonly<Record<'error' | 'warn' | 'info' | 'clean', string>>
  readonly sharesTitle: string
  /** Under the percentage in the ring. */
  readonly cleanShare: string
  readonly byRule: string
  readonly byFolder: string
  readonly byPost: string
  others(count: number): string
  readonly findings: string
  readonly rules: string
  readonly failures: string
  readonly nothing: string
  readonly search: string
  readonly severity: string
  readonly rule: string
  readonly folder: string
  readonly all: string
  readonly reset: string
  /** What the script fills in: `{shown}` of `{all}`. */
  readonly shown: string
  readonly none: string
  readonly sources: string
  readonly suppressed: (count: string) => string
  readonly known: (count: string) => string
  readonly madeBy: (version: string) => string
}

const en: PageTexts = {
  title: 'Content report',
  posts: 'Posts',
  errors: 'Errors',
  warnings: 'Warnings',
  infos: 'Info',
  fixable: 'Fixable',
  shares: { error: 'with errors', warn: 'with warnings', info: 'with info only', clean: 'without findings' },
  cleanShare: 'clean',
  sharesTitle: 'Posts by their worst finding',
  byRule: 'Findings by rule',
  byFolder: 'Findings by folder',
  byPost: 'Posts with most findings',
  others: (count) => `${count} others`,
  findings: 'Findings',
  rules: 'Why it matters',
  failures: 'Not checked',
  nothing: 'Nothing to mend.',
  search: 'Search',
  severity: 'Severity',
  rule: 'Rule',
  folder: 'Folder',
  all: 'All',
  reset: 'Show all',
  shown: '{shown} of {all} findings',
  none: 'No finding matches.',
  sources: 'Sources',
  suppressed: (count) => `${count} findings are suppressed in the posts.`,
  known: (count) => `${count} findings are in the baseline.`,
  madeBy: (version) => `Made by postlint ${version}`,
}

const ko: PageTexts = {
  title: '콘텐츠 검사 보고서',
  posts: '글',
  errors: '오류',
  warnings: '경고',
  infos: '참고',
  fixable: '자동 수정 가능',
  shares: { error: '오류 있음', warn: '경고 있음', info: '참고 사항 있음', clean: '문제없음' },
  cleanShare: '문제없음',
  sharesTitle: '가장 심각한 문제별 글',
  byRule: '규칙별 문제',
  byFolder: '폴더별 문제',
  byPost: '문제가 많은 글',
  others: (count) => `그 외 ${count}개`,
  findings: '찾은 문제',
  rules: '왜 중요한가',
  failures: '검사하지 못함',
  nothing: '고칠 내용이 없습니다.',
  search: '검색',
  severity: '심각도',
  rule: '규칙',
  folder: '폴더',
  all: '전체',
  reset: '모두 보기',
  shown: '문제 {all}개 중 {shown}개',
  none: '조건에 맞는 문제가 없습니다.',
  sources: '출처',
  suppressed: (count) => `글에서 ${count}개를 무시하도록 지정했습니다.`,
  known: (count) => `베이스라인에 있는 ${count}개를 제외했습니다.`,
  madeBy: (version) => `작성: postlint ${version}`,
}

export const pageTexts: Readonly<Record<Locale, PageTexts>> = { en, ko }
