import type { Locale } from '../report/formatter.ts'

/** What `fix --interactive` says. */
export interface FixTexts {
  readonly needsInteractive: string
  readonly needsInteractiveHint: string
  readonly needsTerminal: string
  readonly needsTerminalHint: string
  /** The choices of one line: `keys` is what may be typed. */
  prompt(choices: number, rule: string): string
  readonly keys: string
  readonly nothing: string
  readonly fix: string
  changed(files: number): string
}

const en: FixTexts = {
  needsInteractive: 'fix works with --interactive',
  needsInteractiveHint: 'To apply all safe fixes: postlint --fix',
  needsTerminal: 'fix --interactive needs a terminal to ask questions in',
  needsTerminalHint: 'To apply all safe fixes without questions: postlint --fix',
  prompt: (choices, rule) =>
    `${choices > 1 ? `Apply which? [1-${choices}, n, a, q]` : 'Apply? [y, n, a, q]'} (a: all of ${rule}) `,
  keys: 'y: yes · n: no · a: yes, here and at all further places of this rule (2a: the second way) · q: stop, keeping what was decided',
  nothing: 'No file changed.',
  fix: 'Fix to check by hand',
  changed: (files) => `${files} ${files === 1 ? 'file' : 'files'} changed.`,
}

const ko: FixTexts = {
  needsInteractive: 'fix 명령에는 --interactive가 필요합니다',
  needsInteractiveHint: '안전한 수정만 한꺼번에 적용: postlint --fix',
  needsTerminal: 'fix --interactive는 터미널에서만 사용할 수 있습니다',
  needsTerminalHint: '질문 없이 안전한 수정만 적용: postlint --fix',
  prompt: (choices, rule) =>
    `${choices > 1 ? `적용할 번호 [1-${choices}, n, a, q]` : '적용 [y, n, a, q]'} (a: ${rule} 모두) `,
  keys: 'y: 적용 · n: 건너뜀 · a: 이 규칙의 나머지까지 모두 적용 (2a: 두 번째 방법으로) · q: 지금까지의 결정을 저장하고 종료',
  nothing: '변경한 파일이 없습니다.',
  fix: '확인이 필요한 수정',
  changed: (files) => `파일 ${files}개 변경`,
}

export const fixTexts: Readonly<Record<Locale, FixTexts>> = { en, ko }
