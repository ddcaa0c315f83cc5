import { spawnSync } from 'node:child_process'
import { join, relative, resolve } from 'node:path'
import type { Texts } from '../texts.ts'
import { UserError } from '../user-error.ts'

/** A file as it is in the index. */
export interface StagedFile {
  readonly file: string
  /** Of its content. */
  readonly id: string
}

/** What postlint asks of git. Files are absolute paths. */
export interface Git {
  /** What the next commit adds or changes. */
  staged(): readonly StagedFile[]
  /** Files whose content differs from what is in the index. */
  unstaged(): readonly string[]
  /** What has changed since a commit, committed or not, and files that git does not know yet. */
  changedSince(commit: string): readonly string[]
  /** The commit at which HEAD and what the user names parted. */
  forkPoint(ref: string): string
  /** The commit that is checked out; before the first, what stands for nothing at all. */
  head(): string
  /** How a file has changed, as a patch without context: in the index, or on disk since a commit. */
  patch(file: string, since: string | 'index'): string
  /** Sizes of contents in bytes, by id. */
  sizes(ids: readonly string[]): ReadonlyMap<string, number>
  /** Contents by id. */
  contents(ids: readonly string[]): ReadonlyMap<string, Buffer>
}

/**
 * The repository's settings may name programs to run: none is, but for the filters that say what a file in the working
 * tree is in the repository, without which the two could not be compared.
 */
const overruled = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'diff.autoRefreshIndex=true']
const settings = ['--no-pager', '--literal-pathspecs', ...overruled.flatMap((setting) => ['-c', setting])]
const plainDiff =
  'diff --no-ext-diff --no-textconv --no-color --no-renames --no-relative --ignore-submodules=all'.split(' ')
const mostOutput = 1024 ** 3

/**
 * Inside a hook git sets variables that lead astray when asked from another folder. Which index is to be committed is
 * known from them alone, and where the user's settings are is theirs to say.
 */
const kept = new Set(['GIT_INDEX_FILE', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'])

const environmentFrom = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || kept.has(name))),
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
})

const noGit: Texts = { en: 'git was not found', ko: 'git을 찾을 수 없습니다' }
const failed = (why: string): UserError => new UserError({ en: `git failed: ${why}`, ko: `git 오류: ${why}` })

const noRepository = (why: string): UserError =>
  new UserError(
    { en: `No git repository to ask: ${why}`, ko: `git 저장소를 사용할 수 없습니다: ${why}` },
    {
      hint: {
        en: 'Run postlint in a folder of the repository.',
        ko: '저장소 안의 폴더에서 실행해야 합니다.',
      },
    },
  )

const shallowHint: Texts = {
  en: 'A CI clone may lack it: fetch the whole history (fetch-depth: 0).',
  ko: 'CI에서는 전체 이력을 가져와야 할 수 있습니다(fetch-depth: 0).',
}
const unknownRef = (ref: string): UserError =>
  new UserError(
    { en: `git knows no commit “${ref}”`, ko: `git에 없는 커밋·브랜치·태그입니다: “${ref}”` },
    { hint: shallowHint },
  )

const firstLine = (bytes: Buffer): string => bytes.toString('utf8').trim().split('\n')[0] ?? ''
const fields = (bytes: Buffer): string[] => bytes.toString('utf8').split('\0').slice(0, -1)

interface Answer {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: Buffer
}

const call = (args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, input = ''): Answer => {
  const answer = spawnSync('git', [...settings, ...args], { cwd, env, input, maxBuffer: mostOutput, windowsHide: true })
  if (answer.error) {
    throw (answer.error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new UserError(noGit)
      : failed(answer.error.message)
  }
  return answer
}

/** Reads what `cat-file --batch` writes: a line for each object, followed by its bytes and a line break. */
const readBatch = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const contents = new Map<string, Buffer>()
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at)
    const [id = '', , size] = bytes.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) continue
    contents.set(id, bytes.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return contents
}

/** Git in the working tree around a folder. @throws UserError if there is none */
export const openGit = (cwd: string, processEnvironment: NodeJS.ProcessEnv): Git => {
  const env = environmentFrom(processEnvironment)
  const place = call(['rev-parse', '--is-inside-work-tree', '--show-cdup'], cwd, env)
  if (place.status !== 0) throw noRepository(firstLine(place.stderr))
  const [isInside, wayUp = ''] = place.stdout.toString('utf8').split('\n')
  if (isInside !== 'true') throw noRepository('not in a working tree')
  const top = resolve(cwd, wayUp)

  const attempt = (args: readonly string[], input?: string): Answer => call(args, top, env, input)
  const ask = (args: readonly string[], input?: string): Buffer => {
    const { status, stdout, stderr } = attempt(args, input)
    if (status !== 0) throw failed(firstLine(stderr) || `git ${args[0]}: ${status}`)
    return stdout
  }
  const toFile = (path: string): string => join(top, path)
  const listed = (args: readonly string[]): string[] => fields(ask(args)).map(toFile)
  const lines = (ids: readonly string[]): string => ids.map((id) => `${id}\n`).join('')

  return {
    staged() {
      const raw = fields(ask([...plainDiff, '--cached', '--raw', '--no-abbrev', '-z', '--diff-filter=du']))
      const files: StagedFile[] = []
      for (let at = 0; at + 1 < raw.length; at += 2) {
        const [, mode = '', , id = ''] = (raw[at] ?? '').split(' ')
        // Neither links nor submodules.
        if (mode.startsWith('100')) files.push({ file: toFile(raw[at + 1] ?? ''), id })
      }
      return files
    },
    unstaged: () => listed([...plainDiff, '--name-only', '-z']),
    changedSince: (commit) => [
      ...listed([...plainDiff, '--name-only', '-z', '--diff-filter=d', commit, '--']),
      ...listed(['ls-files', '--others', '--exclude-standard', '-z']),
    ],
    forkPoint(ref) {
      // Not even as the value of an option may it be taken for one.
      if (ref.startsWith('-')) throw unknownRef(ref)
      const commit = attempt(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
      if (commit.status !== 0) throw unknownRef(ref)
      const base = attempt(['merge-base', firstLine(commit.stdout), 'HEAD'])
      if (base.status === 0) return firstLine(base.stdout)
      throw new UserError(
        { en: `HEAD and “${ref}” have no common history`, ko: `HEAD와 “${ref}”의 공통 이력이 없습니다` },
        { hint: shallowHint },
      )
    },
    head() {
      const commit = attempt(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
      return firstLine(commit.status === 0 ? commit.stdout : ask(['hash-object', '-t', 'tree', '--stdin']))
    },
    patch(file, since) {
      const against = since === 'index' ? ['--cached'] : [since]
      const args = [...plainDiff, '--unified=0', '--inter-hunk-context=0', ...against, '--', relative(top, file)]
      return ask(args).toString('latin1')
    },
    sizes: (ids) =>
      new Map(
        ask(['cat-file', '--batch-check=%(objectname) %(objectsize)'], lines(ids))
          .toString('latin1')
          .split('\n')
          .map((line) => line.split(' '))
          .map(([id = '', size]) => [id, Number(size)]),
      ),
    contents: (ids) => readBatch(ask(['cat-file', '--batch'], lines(ids))),
  }
}
