import type { Severity } from '../engine/finding.ts'
import { type AnyRule, type Preset, presetNames } from '../engine/rule.ts'
import type { Locale } from '../report/formatter.ts'

/** What `rules` and `explain` say around the rules' own texts. */
export interface ManualTexts {
  readonly severity: Readonly<Record<Severity | 'off', string>>
  readonly allPresets: string
  readonly noPreset: string
  readonly fixable: Readonly<Record<'safe' | 'unsafe', string>>
  rulesInAll(count: number): string
  readonly explainHint: string
  readonly why: string
  readonly sources: string
  readonly authority: Readonly<
    Record<'standard' | 'search-engine' | 'accessibility' | 'convention' | 'editorial', string>
  >
  readonly presets: string
  readonly options: string
  readonly noOptions: string
  default(value: string): string
  readonly bad: string
  readonly good: string
  readonly fixed: string
  withOptions(options: string): string
  inFile(path: string): string
  more(count: number): string
  readonly disable: string
}

const en: ManualTexts = {
  severity: { error: 'error', warn: 'warn', info: 'info', off: 'off' },
  allPresets: 'all presets',
  noPreset: 'in no preset',
  fixable: { safe: 'safe fix', unsafe: 'fix to check by hand' },
  rulesInAll: (count) => `${count} rules`,
  explainHint: 'postlint explain RULE tells all about one of them.',
  why: 'Why',
  sources: 'Sources',
  authority: {
    standard: 'standard',
    'search-engine': 'search engine',
    accessibility: 'accessibility',
    convention: 'convention',
    editorial: 'editorial',
  },
  presets: 'Presets',
  options: 'Options',
  noOptions: 'none',
  default: (value) => `default ${value}`,
  bad: 'Reported',
  good: 'Fine',
  fixed: 'after the fix',
  withOptions: (options) => `with ${options}`,
  inFile: (path) => `in ${path}`,
  more: (count) => `and ${count} more`,
  disable: 'To disable it in a post',
}

const ko: ManualTexts = {
  severity: { error: 'error', warn: 'warn', info: 'info', off: 'off' },
  allPresets: '모든 프리셋',
  noPreset: '프리셋에 없음',
  fixable: { safe: '안전한 수정', unsafe: '확인이 필요한 수정' },
  rulesInAll: (count) => `규칙 ${count}개`,
  explainHint: '규칙별 설명: postlint explain RULE',
  why: '이유',
  sources: '출처',
  authority: {
    standard: '표준',
    'search-engine': '검색 엔진',
    accessibility: '접근성',
    convention: '관례',
    editorial: '편집 기준',
  },
  presets: '프리셋',
  options: '옵션',
  noOptions: '없음',
  default: (value) => `기본값 ${value}`,
  bad: '문제로 보고하는 예',
  good: '문제없는 예',
  fixed: '수정 결과',
  withOptions: (options) => `옵션 ${options}`,
  inFile: (path) => `파일 ${path}`,
  more: (count) => `외 ${count}개`,
  disable: '글에서 끄는 방법',
}

export const manualTexts: Readonly<Record<Locale, ManualTexts>> = { en, ko }

/** What a preset sets a rule to. */
export const presetSeverity = (rule: AnyRule, preset: Preset): Severity | 'off' => {
  const setting = rule.presets[preset] ?? 'off'
  return typeof setting === 'string' ? setting : setting[0]
}

/** The presets that a rule is in, in words: `recommended warn, strict error`. */
export const presetsLine = (rule: AnyRule, texts: ManualTexts): string => {
  const severities = presetNames.map((preset) => [preset, presetSeverity(rule, preset)] as const)
  const active = severities.filter(([, severity]) => severity !== 'off')
  const [first] = active
  if (!first) return texts.noPreset
  if (active.length === presetNames.length && active.every(([, severity]) => severity === first[1])) {
    return `${texts.allPresets} ${texts.severity[first[1]]}`
  }
  return active.map(([preset, severity]) => `${preset} ${texts.severity[severity]}`).join(', ')
}
