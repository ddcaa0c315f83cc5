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
  readonly threads: string
  readonly shard: string
  readonly noShard: string
  readonly noShardHint: string
  readonly locale: string
  goesWith(flag: string, others: readonly string[]): string
  readonly stdinWithPaths: string
  readonly listWithPaths: string
  contradiction(one: string, other: string): string
  unknownFormat(name: string, known: readonly string[]): string
  readonly oneOnStdout: string
  sameOutput(file: string): string
  cannotWrite(file: string, why: string): string
  formatFailed(format: string, why: string): string
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
  readonly nothingToCheck: string
  cannotFixStaged(files: readonly string[]): string
  readonly cannotFixStagedHint: string
  readonly stageFixed: string
  brokenBaseline(found: string): string
  readonly brokenBaselineHint: string
  noBaseline(file: string): string
  readonly noBaselineHint: string
  readonly baselineKept: string
  baselineGone(gone: number, file: string): string
  baselinePruned(gone: number, left: number, file: string): string
  baselineUpdated(
    counts: { readonly known: number; readonly added: number; readonly gone: number },
    file: string,
  ): string
  unexpected(message: string): string
  readonly endedEarly: string
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
  threads: 'auto, or a whole number from 1 to 99',
  shard: 'a part of the whole, such as 2/8, or auto',
  noShard: '--shard auto finds nothing that says which part this is',
  noShardHint: 'It reads CI_NODE_INDEX and CI_NODE_TOTAL, or the variables of a Slurm array.',
  locale: 'en or ko',
  goesWith: (flag, others) => `${flag} goes with ${others.join(' or ')}`,
  stdinWithPaths: '--stdin takes no paths; name the file with --stdin-path',
  listWithPaths: '--files-from takes no paths beside its list',
  contradiction: (one, other) => `${one} contradicts ${other}`,
  unknownFormat: (name, known) => `Unknown format “${name}”; known are ${known.join(', ')}`,
  oneOnStdout: 'Only one format can go to standard output; write others to files with NAME=FILE',
  standardOutput: 'standard output',
  sameOutput: (file) => `Two formats cannot go to one file: ${file}`,
  cannotWrite: (file, why) => `Cannot write ${file}: ${why}`,
  formatFailed: (format, why) => `The format “${format}” failed: ${why}`,
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
  nothingToCheck: 'No post to check',
  cannotFixStaged: (files) => `Cannot fix: not all changes are staged in ${files.join(', ')}`,
  cannotFixStagedHint: 'Stage them (git add) or put them away (git stash --keep-index), or leave out --fix.',
  stageFixed: 'Fixed posts are not staged yet; look at them and git add them',
  brokenBaseline: (found) => `“${found}” is no line of a baseline`,
  brokenBaselineHint: 'After a merge conflict keep the lines of both sides; they may come in any order.',
  noBaseline: (file) => `No baseline at “${file}”`,
  noBaselineHint: 'Write it with --update-baseline.',
  baselineKept: 'The baseline was left as it is, because not every post could be checked',
  baselineGone: (gone, file) =>
    `${gone} ${gone === 1 ? 'finding' : 'findings'} of ${file} ${gone === 1 ? 'is' : 'are'} gone; --prune-baseline takes ${gone === 1 ? 'it' : 'them'} out`,
  baselinePruned: (gone, left, file) => `Took ${gone} of ${gone + left} out of ${file}`,
  baselineUpdated: ({ known, added, gone }, file) => `Wrote ${file}: ${known} known, ${added} new, ${gone} gone`,
  unexpected: (message) => `Unexpected error: ${message}`,
  endedEarly: 'The process was ended before the run was done; does a plugin or a configuration call process.exit?',
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
  threads: 'auto 또는 1~99의 정수',
  shard: '2/8과 같은 부분 또는 auto',
  noShard: '--shard auto: 몇 번째 부분인지 알 수 없습니다',
  noShardHint: 'CI_NODE_INDEX와 CI_NODE_TOTAL, 또는 Slurm 배열의 변수에서 읽습니다.',
  locale: 'en 또는 ko',
  goesWith: (flag, others) => `${flag}: ${others.join(' 또는 ')} 플래그와 함께 사용해야 합니다`,
  stdinWithPaths: '--stdin에는 경로를 지정할 수 없습니다. 파일 이름은 --stdin-path로 지정하십시오',
  listWithPaths: '--files-from에는 경로를 함께 지정할 수 없습니다',
  contradiction: (one, other) => `${one}, ${other}: 함께 사용할 수 없습니다`,
  unknownFormat: (name, known) => `알 수 없는 출력 형식: “${name}”. 사용 가능: ${known.join(', ')}`,
  oneOnStdout: '표준 출력에는 한 가지 형식만 쓸 수 있습니다. 나머지는 NAME=FILE로 파일에 저장하십시오',
  standardOutput: '표준 출력',
  sameOutput: (file) => `두 형식을 한 파일에 저장할 수 없습니다: ${file}`,
  cannotWrite: (file, why) => `${file}에 쓸 수 없습니다: ${why}`,
  formatFailed: (format, why) => `형식 “${format}” 오류: ${why}`,
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
  nothingToCheck: '검사할 글이 없습니다',
  cannotFixStaged: (files) => `수정할 수 없습니다. 스테이징하지 않은 변경이 있습니다: ${files.join(', ')}`,
  cannotFixStagedHint:
    '변경을 스테이징하거나(git add) 치워 두십시오(git stash --keep-index). --fix를 빼면 검사만 합니다.',
  stageFixed: '수정한 글은 아직 스테이징되지 않았습니다. 확인한 뒤 git add를 실행하십시오',
  brokenBaseline: (found) => `“${found}”: 베이스라인 형식이 아닌 줄입니다`,
  brokenBaselineHint: '병합 충돌이면 양쪽 줄을 모두 남기십시오. 순서는 상관없습니다.',
  noBaseline: (file) => `베이스라인 파일이 없습니다: “${file}”`,
  noBaselineHint: '--update-baseline으로 만들 수 있습니다.',
  baselineKept: '검사하지 못한 글이 있어 베이스라인을 그대로 두었습니다',
  baselineGone: (gone, file) =>
    `${file}의 문제 ${gone}개가 해결되었습니다. --prune-baseline으로 목록에서 지울 수 있습니다`,
  baselinePruned: (gone, left, file) => `${file}: ${gone + left}개 중 ${gone}개 삭제`,
  baselineUpdated: ({ known, added, gone }, file) => `${file} 저장: 전체 ${known}개, 추가 ${added}개, 해결 ${gone}개`,
  unexpected: (message) => `예상하지 못한 오류: ${message}`,
  endedEarly:
    '실행이 끝나기 전에 프로세스가 종료되었습니다. 플러그인이나 설정에서 process.exit를 호출하는지 확인하십시오.',
  report: 'postlint의 버그입니다. --debug 출력을 첨부해 제보해 주십시오.',
}

export const cliTexts: Readonly<Record<Locale, CliTexts>> = { en, ko }

/** One thing said, in every language. */
export const says = (say: (texts: CliTexts) => string): Texts => ({ en: say(en), ko: say(ko) })
