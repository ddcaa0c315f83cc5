import type { Texts } from '../engine/rule.ts'
import type { Locale } from '../report/formatter.ts'

/** What the command line itself says. */
export interface CliTexts {
  unknownFlag(flag: string): string
  unknownCommand(name: string): string
  seeHelp: string
  missingValue(flag: string): string
  unexpectedValue(flag: string): string
  flagOfOtherCommand(flag: string, command: string): string
  badValue(flag: string, value: string, wanted: string): string
  readonly wholeNumber: string
  readonly size: string
  readonly shard: string
  readonly noShard: string
  readonly noShardHint: string
  readonly locale: string
  readonly needsStdin: string
  readonly stdinWithPaths: string
  contradiction(one: string, other: string): string
  unknownFormat(name: string, known: readonly string[]): string
  readonly oneOnStdout: string
  sameOutput(file: string): string
  cannotWrite(file: string, why: string): string
  readonly isPost: string
  readonly standardOutput: string
  readonly needsRule: string
  readonly needsFile: string
  readonly needsBlobs: string
  tooMany(command: string, argument: string): string
  unknownRule(id: string): string
  configExists(file: string): string
  configWritten(file: string, site: { readonly generator: string; readonly marker: string } | undefined): string
  tooManyWarnings(found: number, allowed: number): string
  readonly tooLargeToFix: string
  readonly interrupted: string
  unexpected(message: string): string
  readonly report: string
}

const en: CliTexts = {
  unknownFlag: (flag) => `Unknown flag ${flag}`,
  unknownCommand: (name) => `Unknown command “${name}”`,
  seeHelp: 'See postlint --help.',
  missingValue: (flag) => `${flag} needs a value`,
  unexpectedValue: (flag) => `${flag} takes no value`,
  flagOfOtherCommand: (flag, command) => `${flag} does not go with “${command}”`,
  badValue: (flag, value, wanted) => `${flag} “${value}” must be ${wanted}`,
  wholeNumber: 'a whole number of at least 0',
  size: 'a number of bytes, such as 500k or 4m',
  shard: 'a part of the whole, such as 2/8, or auto',
  noShard: '--shard auto finds nothing that says which part this is',
  noShardHint: 'It reads CI_NODE_INDEX and CI_NODE_TOTAL, or the variables of a Slurm array.',
  locale: 'en or ko',
  needsStdin: '--stdin-path goes with --stdin',
  stdinWithPaths: '--stdin takes no paths; name the file with --stdin-path',
  contradiction: (one, other) => `${one} contradicts ${other}`,
  unknownFormat: (name, known) => `Unknown format “${name}”; known are ${known.join(', ')}`,
  oneOnStdout: 'Only one format can go to standard output; write others to files with NAME=FILE',
  standardOutput: 'standard output',
  sameOutput: (file) => `Two formats cannot go to one file: ${file}`,
  cannotWrite: (file, why) => `Cannot write ${file}: ${why}`,
  isPost: 'it is a post; name another file',
  needsRule: 'explain needs a rule, such as postlint explain image-alt; postlint rules lists them',
  needsFile: 'inspect needs a file, such as postlint inspect _posts/a.md',
  needsBlobs: 'merge-reports needs files written by --format blob=FILE, or a folder of .blob files',
  tooMany: (command, argument) => `${command} does not take “${argument}”`,
  unknownRule: (id) => `Unknown rule “${id}”`,
  configExists: (file) => `${file} is already there; init overwrites nothing`,
  configWritten: (file, site) =>
    site ? `Wrote ${file} for ${site.generator} (found ${site.marker}).` : `Wrote ${file}.`,
  tooManyWarnings: (found, allowed) =>
    `${found} ${found === 1 ? 'warning' : 'warnings'}; --max-warnings allows ${allowed}`,
  tooLargeToFix: 'The text on standard input is too large to fix; see --max-file-size',
  interrupted: 'Interrupted; the posts after this were not looked at',
  unexpected: (message) => `Unexpected error: ${message}`,
  report: 'This is a bug in postlint: please report it with the output of --debug.',
}

const ko: CliTexts = {
  unknownFlag: (flag) => `알 수 없는 플래그: ${flag}`,
  unknownCommand: (name) => `알 수 없는 명령: “${name}”`,
  seeHelp: 'postlint --help를 참고하십시오.',
  missingValue: (flag) => `${flag}에 값이 필요합니다`,
  unexpectedValue: (flag) => `${flag}에는 값을 지정할 수 없습니다`,
  flagOfOtherCommand: (flag, command) => `${flag}: “${command}” 명령에서 사용할 수 없는 플래그입니다`,
  badValue: (flag, value, wanted) => `${flag} “${value}”: 사용할 수 없는 값 (${wanted})`,
  wholeNumber: '0 이상의 정수',
  size: '500k, 4m과 같은 바이트 크기',
  shard: '2/8과 같은 부분 또는 auto',
  noShard: '--shard auto: 몇 번째 부분인지 알 수 없습니다',
  noShardHint: 'CI_NODE_INDEX와 CI_NODE_TOTAL, 또는 Slurm 배열의 변수에서 읽습니다.',
  locale: 'en 또는 ko',
  needsStdin: '--stdin-path는 --stdin과 함께 사용해야 합니다',
  stdinWithPaths: '--stdin에는 경로를 지정할 수 없습니다. 파일 이름은 --stdin-path로 지정하십시오',
  contradiction: (one, other) => `${one}, ${other}: 함께 사용할 수 없습니다`,
  unknownFormat: (name, known) => `알 수 없는 출력 형식: “${name}”. 사용 가능: ${known.join(', ')}`,
  oneOnStdout: '표준 출력에는 한 가지 형식만 쓸 수 있습니다. 나머지는 NAME=FILE로 파일에 저장하십시오',
  standardOutput: '표준 출력',
  sameOutput: (file) => `두 형식을 한 파일에 저장할 수 없습니다: ${file}`,
  cannotWrite: (file, why) => `${file}에 쓸 수 없습니다: ${why}`,
  isPost: '글 파일입니다. 다른 파일을 지정하십시오',
  needsRule: 'explain에는 규칙 이름이 필요합니다. 예: postlint explain image-alt. 목록: postlint rules',
  needsFile: 'inspect에는 파일이 필요합니다. 예: postlint inspect _posts/a.md',
  needsBlobs: 'merge-reports에는 --format blob=FILE로 저장한 파일이나 .blob 파일이 있는 폴더가 필요합니다',
  tooMany: (command, argument) => `${command}: “${argument}” 인수를 받지 않습니다`,
  unknownRule: (id) => `알 수 없는 규칙: “${id}”`,
  configExists: (file) => `${file} 파일이 이미 있습니다. init은 기존 설정을 덮어쓰지 않습니다`,
  configWritten: (file, site) =>
    site ? `${file} 작성 완료 (${site.generator}, 감지 근거: ${site.marker})` : `${file} 작성 완료`,
  tooManyWarnings: (found, allowed) => `경고 ${found}개: --max-warnings 한도 ${allowed}개를 넘었습니다`,
  tooLargeToFix: '표준 입력이 너무 커서 수정할 수 없습니다. --max-file-size를 참고하십시오',
  interrupted: '중단되어 나머지 글은 검사하지 않았습니다',
  unexpected: (message) => `예상하지 못한 오류: ${message}`,
  report: 'postlint의 버그입니다. --debug 출력을 첨부해 제보해 주십시오.',
}

export const cliTexts: Readonly<Record<Locale, CliTexts>> = { en, ko }

/** One thing said, in every language. */
export const says = (say: (texts: CliTexts) => string): Texts => ({ en: say(en), ko: say(ko) })
