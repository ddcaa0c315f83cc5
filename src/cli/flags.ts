import type { Texts } from '../engine/rule.ts'
import { formatNames } from '../report/index.ts'

export type Command = 'lint' | 'fix' | 'rules' | 'explain' | 'init' | 'inspect'
export const commandNames: readonly Exclude<Command, 'lint'>[] = ['fix', 'rules', 'explain', 'init', 'inspect']

/** One flag of the command line: how it is read, where it goes, what help says of it. */
export interface Flag {
  readonly kind: 'switch' | 'value' | 'values'
  /** What the value is called in help. */
  readonly value?: string
  readonly alias?: string
  /** Commands it goes with; all if absent. */
  readonly commands?: readonly Command[]
  readonly help: Texts
}

const lint = ['lint'] as const
const posts = ['lint', 'fix'] as const
const configured = ['lint', 'fix', 'inspect'] as const

/** Every flag there is: parsing, strictness and help are read off this table. */
export const flags = {
  config: {
    kind: 'value',
    value: 'FILE',
    commands: configured,
    help: { en: 'Configuration file to use', ko: '사용할 설정 파일' },
  },
  'no-config': {
    kind: 'switch',
    commands: configured,
    help: { en: 'Look for no configuration', ko: '설정 파일을 찾지 않음' },
  },
  preset: {
    kind: 'values',
    value: 'NAME',
    commands: configured,
    help: {
      en: 'Preset instead of those configured: recommended, strict, seo, accessibility (repeatable)',
      ko: '설정 대신 사용할 프리셋: recommended, strict, seo, accessibility (반복 가능)',
    },
  },
  rule: {
    kind: 'values',
    value: "'ID: SEVERITY'",
    commands: configured,
    help: {
      en: 'Set one rule: error, warn, info or off (repeatable)',
      ko: '규칙 하나의 심각도 지정: error, warn, info, off (반복 가능)',
    },
  },
  format: {
    kind: 'values',
    value: 'NAME[=FILE]',
    commands: ['lint', 'rules'],
    help: {
      en: `Output: ${formatNames.join(', ')}; to a file with =FILE (repeatable)`,
      ko: `출력 형식: ${formatNames.join(', ')}. =FILE을 붙이면 파일로 저장 (반복 가능)`,
    },
  },
  quiet: {
    kind: 'switch',
    commands: lint,
    help: { en: 'Show errors only', ko: '오류만 표시' },
  },
  'max-warnings': {
    kind: 'value',
    value: 'N',
    commands: lint,
    help: { en: 'Fail when there are more warnings than N', ko: '경고가 N개를 넘으면 실패로 종료' },
  },
  fix: {
    kind: 'switch',
    commands: lint,
    help: { en: 'Apply safe fixes', ko: '안전한 수정 적용' },
  },
  'fix-unsafe': {
    kind: 'switch',
    commands: lint,
    help: { en: 'Apply all fixes, also those to check by hand', ko: '확인이 필요한 수정까지 모두 적용' },
  },
  diff: {
    kind: 'switch',
    commands: lint,
    help: {
      en: 'Change nothing; show what --fix (or --fix-unsafe) would change',
      ko: '파일은 그대로 두고 --fix(또는 --fix-unsafe)로 바뀔 내용만 표시',
    },
  },
  interactive: {
    kind: 'switch',
    commands: ['fix'],
    help: {
      en: 'Show each suggestion and ask whether to apply it',
      ko: '제안을 하나씩 보여 주고 적용할지 확인',
    },
  },
  stdin: {
    kind: 'switch',
    commands: lint,
    help: {
      en: 'Lint the text on standard input; with --fix, print it fixed',
      ko: '표준 입력의 글을 검사. --fix를 지정하면 수정한 글을 출력',
    },
  },
  'stdin-path': {
    kind: 'value',
    value: 'PATH',
    commands: lint,
    help: {
      en: 'Path under which standard input is linted; it need not exist',
      ko: '표준 입력에 적용할 파일 경로 (없는 파일도 가능)',
    },
  },
  'files-from': {
    kind: 'value',
    value: 'FILE|-',
    commands: lint,
    help: {
      en: 'Lint the files listed here, one a line or NUL-separated; - is standard input',
      ko: '목록 파일에 적힌 글만 검사 (한 줄에 하나 또는 NUL 구분, -는 표준 입력)',
    },
  },
  staged: {
    kind: 'switch',
    commands: lint,
    help: {
      en: 'Lint only posts that the next commit changes, as they are in the index',
      ko: '다음 커밋에 들어갈 글만 스테이징된 내용으로 검사',
    },
  },
  'changed-since': {
    kind: 'value',
    value: 'REF',
    commands: lint,
    help: {
      en: 'Lint only posts that have changed since this branch parted from REF',
      ko: 'REF에서 갈라진 뒤 바뀐 글만 검사',
    },
  },
  'changed-lines': {
    kind: 'switch',
    commands: lint,
    help: {
      en: 'With --staged or --changed-since: report only what is on changed lines',
      ko: '--staged, --changed-since와 함께: 바뀐 줄의 문제만 보고',
    },
  },
  baseline: {
    kind: 'value',
    value: 'FILE',
    commands: lint,
    help: { en: 'Report only what is not in this list of known findings', ko: '베이스라인에 없는 문제만 보고' },
  },
  'update-baseline': {
    kind: 'switch',
    commands: lint,
    help: { en: 'Write what is found now to the baseline', ko: '현재 문제를 베이스라인에 저장' },
  },
  'prune-baseline': {
    kind: 'switch',
    commands: lint,
    help: { en: 'Take out of the baseline what is gone', ko: '해결된 문제를 베이스라인에서 삭제' },
  },
  'ignore-pattern': {
    kind: 'values',
    value: 'GLOB',
    commands: posts,
    help: { en: 'Skip these files too (repeatable)', ko: '추가로 제외할 파일 (반복 가능)' },
  },
  'no-ignore': {
    kind: 'switch',
    commands: posts,
    help: {
      en: 'Heed no .gitignore, .postlintignore or `ignore` setting',
      ko: '.gitignore, .postlintignore, ignore 설정을 무시',
    },
  },
  'max-file-size': {
    kind: 'value',
    value: 'SIZE',
    commands: posts,
    help: { en: 'Largest file to read, such as 500k or 4m', ko: '읽을 파일의 최대 크기 (예: 500k, 4m)' },
  },
  cache: {
    kind: 'switch',
    commands: lint,
    help: {
      en: 'Reuse the results of unchanged posts, also in CI and for a few posts',
      ko: '바뀌지 않은 글의 결과를 재사용. CI이거나 글이 적어도 사용',
    },
  },
  'no-cache': {
    kind: 'switch',
    commands: lint,
    help: { en: 'Lint every post anew', ko: '모든 글을 새로 검사' },
  },
  concurrency: {
    kind: 'value',
    value: 'N|auto',
    commands: lint,
    help: {
      en: 'Threads to lint with; auto takes more than one when that pays',
      ko: '검사에 사용할 스레드 수. auto는 이득이 있을 때만 여러 개를 사용',
    },
  },
  locale: {
    kind: 'value',
    value: 'en|ko',
    help: { en: 'Language of messages', ko: '메시지 언어' },
  },
  color: {
    kind: 'switch',
    help: { en: 'Use colors', ko: '색상 사용' },
  },
  'no-color': {
    kind: 'switch',
    help: { en: 'Use no colors', ko: '색상 사용 안 함' },
  },
  stats: {
    kind: 'switch',
    commands: lint,
    help: { en: 'Show where the time went, by step and by rule', ko: '단계별·규칙별 소요 시간 표시' },
  },
  debug: {
    kind: 'switch',
    help: { en: 'Show the stack of an unexpected error', ko: '예상하지 못한 오류의 스택을 표시' },
  },
  version: {
    kind: 'switch',
    alias: 'v',
    help: { en: 'Show the version', ko: '버전 표시' },
  },
  help: {
    kind: 'switch',
    alias: 'h',
    help: { en: 'Show help', ko: '도움말 표시' },
  },
} as const satisfies Readonly<Record<string, Flag>>

export type FlagName = keyof typeof flags
export const flagEntries: readonly (readonly [FlagName, Flag])[] = Object.entries(flags) as [FlagName, Flag][]

/** What help says of the commands themselves. */
export const commands: Readonly<Record<Command, { readonly usage: string; readonly help: Texts }>> = {
  lint: {
    usage: '[paths..]',
    help: {
      en: 'Lint posts: files, folders and globs, or the posts of the site here',
      ko: '글을 검사: 파일·폴더·glob, 생략하면 현재 사이트의 글',
    },
  },
  fix: {
    usage: 'fix --interactive [paths..]',
    help: {
      en: 'Decide about suggestions one by one, in a terminal',
      ko: '터미널에서 제안을 하나씩 확인하며 적용',
    },
  },
  rules: {
    usage: 'rules',
    help: { en: 'List all rules', ko: '모든 규칙 나열' },
  },
  explain: {
    usage: 'explain <rule>',
    help: {
      en: 'Explain a rule: why, sources, options, examples',
      ko: '규칙 설명: 이유, 출처, 옵션, 예제',
    },
  },
  init: {
    usage: 'init',
    help: { en: 'Write a commented .postlintrc.yaml', ko: '주석이 달린 .postlintrc.yaml 작성' },
  },
  inspect: {
    usage: 'inspect <file>',
    help: {
      en: 'Show how a file is read and where each setting comes from',
      ko: '파일을 읽는 방식과 각 설정의 출처 표시',
    },
  },
}
