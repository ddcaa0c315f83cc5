import type { Locale } from '../report/formatter.ts'

/** What `inspect` says around a file's settings. */
export interface InspectTexts {
  readonly format: string
  readonly language: string
  readonly fromText: string
  readonly generator: string
  foundBy(marker: string): string
  readonly noGenerator: string
  readonly content: string
  readonly noContent: string
  readonly encoding: string
  readonly frontMatter: string
  readonly configuration: string
  readonly presets: string
  readonly unread: string
  readonly tooLarge: string
  readonly rules: string
  readonly off: string
  readonly none: string
}

const en: InspectTexts = {
  format: 'format',
  language: 'language',
  fromText: 'told by its text',
  generator: 'generator',
  foundBy: (marker) => `found by ${marker}`,
  noGenerator: 'no sign of a generator',
  content: 'content',
  noContent: 'matches nothing on this page',
  encoding: 'encoding',
  frontMatter: 'front matter',
  configuration: 'configuration',
  presets: 'presets',
  unread: 'not read',
  tooLarge: 'too large',
  rules: 'Rules that are on',
  off: 'Rules that are off',
  none: 'none',
}

const ko: InspectTexts = {
  format: '형식',
  language: '언어',
  fromText: '본문으로 판별',
  generator: '생성기',
  foundBy: (marker) => `감지 근거: ${marker}`,
  noGenerator: '생성기를 찾지 못함',
  content: '본문 선택자',
  noContent: '이 페이지에 일치하는 요소 없음',
  encoding: '인코딩',
  frontMatter: '프런트매터',
  configuration: '설정 파일',
  presets: '프리셋',
  unread: '읽지 않음',
  tooLarge: '너무 큰 파일',
  rules: '켜진 규칙',
  off: '꺼진 규칙',
  none: '없음',
}

export const inspectTexts: Readonly<Record<Locale, InspectTexts>> = { en, ko }
