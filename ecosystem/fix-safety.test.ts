import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { canRun, emptyFolder, environment, leftoversIn, postOf, writePosts } from './support.ts'

const flags = ['--no-config', '--rule', 'max-paragraph-length: off', '--format', 'jsonl']

/** Numbers from 0 to 1, the same in every run. */
const seededRandom = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const fix = (cwd: string, under: readonly string[] = []) => {
  const [program, ...args] = [...under, process.execPath, inject('cli'), '--fix', ...flags] as [string, ...string[]]
  return spawnSync(program, args, { cwd, encoding: 'utf8', env: environment, maxBuffer: 2 ** 28 })
}

describe('a run that is killed', () => {
  it('has lost and cut no file, whenever that happens', async () => {
    const folder = emptyFolder()
    const posts = writePosts(folder, 1500, 3000)
    const random = seededRandom(20240601)
    const longest = 1500
    let killedAtWork = 0
    for (let kill = 0; kill < 10; kill++) {
      const run = spawn(process.execPath, [inject('cli'), '--fix', ...flags], {
        cwd: folder,
        env: environment,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const ended = new Promise((resolve) => run.once('exit', resolve))
      const atWork = new Promise((resolve) => run.stdout.once('data', resolve))
      run.stdout.resume()
      await Promise.race([atWork, ended])
      await setTimeout(random() * longest)
      if (run.exitCode === null) killedAtWork++
      run.kill('SIGKILL')
      await ended
      for (const { file, before, after } of posts) {
        const text = readFileSync(file, 'utf8')
        if (text !== before && text !== after) expect(text, file).toBe(before)
      }
      // One a kill: a folder that the next run does not reach keeps what lies in it.
      expect(leftoversIn(folder).length).toBeLessThanOrEqual(kill + 1)
      // Fixed files have nothing to write: they are made anew, so that every kill finds work.
      for (const { file, before } of posts) if (readFileSync(file, 'utf8') !== before) writeFileSync(file, before)
    }
    expect(killedAtWork).toBeGreaterThan(5)
    expect(fix(folder).stderr).toBe('')
    for (const { file, after } of posts) expect(readFileSync(file, 'utf8')).toBe(after)
    expect(leftoversIn(folder)).toEqual([])
  })

  it('ends between two files on Ctrl-C, and leaves no half a report', async () => {
    const folder = emptyFolder()
    const posts = writePosts(folder, 600, 3000)
    const run = spawn(process.execPath, [inject('cli'), '--fix', ...flags, '--format', 'json=report.json'], {
      cwd: folder,
      env: environment,
    })
    const ended = new Promise<NodeJS.Signals | null>((resolve) => run.once('exit', (_, signal) => resolve(signal)))
    let shown = ''
    run.stdout.on('data', (chunk) => {
      if (shown === '') run.kill('SIGINT')
      shown += chunk
    })
    expect(await ended).toBe('SIGINT')
    const fixed = posts.filter(({ file, after }) => readFileSync(file, 'utf8') === after)
    const untouched = posts.filter(({ file, before }) => readFileSync(file, 'utf8') === before)
    expect(fixed.length + untouched.length).toBe(posts.length)
    expect(untouched.length).toBeGreaterThan(0)
    const { summary, errors } = JSON.parse(shown.trim().split('\n').at(-1)!)
    expect(summary.fixed.files).toBe(fixed.length)
    expect(errors).toMatchObject([{ message: expect.stringContaining('Interrupted') }])
    expect(readdirSync(folder).filter((name) => /report|tmp/.test(name))).toEqual([])
  })
})

describe('a disk that is full', () => {
  const canMount = process.platform === 'linux' && process.getuid?.() === 0 && canRun('unshare', '-m', 'true')

  it.skipIf(!canMount)('keeps every file whole, and says which could not be written', () => {
    const folder = emptyFolder()
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    if (!canRun('mount', '-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk)) return
    onTestFinished(() => void spawnSync('umount', [disk]))
    const posts = writePosts(disk, 5, 40_000)
    const filling = Buffer.alloc(4096)
    try {
      for (;;) writeFileSync(join(disk, 'filling'), filling, { flag: 'a' })
    } catch {
      // Full now.
    }
    const { status, stderr } = fix(disk)
    expect(status).toBe(2)
    for (const { file, before } of posts) {
      expect(readFileSync(file, 'utf8')).toBe(before)
      expect(stderr).toContain(`0/${file.split('/').at(-1)}: not fixed: ENOSPC`)
    }
    expect(leftoversIn(disk)).toEqual([])
  })
})

describe('a folder that cannot be written', () => {
  it.skipIf(process.getuid?.() === 0 && !canRun('setpriv', '--reuid=65534', 'true'))('keeps its files', () => {
    const folder = emptyFolder()
    const [post] = writePosts(folder, 1, 500)
    chmodSync(folder, 0o755)
    chmodSync(join(folder, '0'), 0o555)
    chmodSync(post!.file, 0o666)
    const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : []
    const { status, stderr } = fix(folder, asNobody)
    chmodSync(join(folder, '0'), 0o755)
    expect(stderr).toMatch(/0\/0\.md: not fixed: EACCES/)
    expect(status).toBe(2)
    expect(readFileSync(post!.file, 'utf8')).toBe(post!.before)
  })
})

describe('a system call that fails', () => {
  const canTrace = canRun('strace', '-f', '-e', 'trace=none', 'true')
  const faults = [
    'pwrite64:error=ENOSPC',
    // Some bytes are said to be written, and are not.
    'pwrite64:retval=1000:when=1',
    'fsync:error=EIO:when=1',
    'fchmod:error=EPERM',
    'rename:error=EACCES',
  ]

  it.skipIf(!canTrace).each(faults)('%s: the file is as it was, and nothing else is left', (fault) => {
    const folder = emptyFolder()
    const [post] = writePosts(folder, 1, 20_000)
    const trace = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `inject=${fault}`]
    const { status, stderr } = fix(folder, trace)
    expect(stderr).toMatch(/0\/0\.md: not fixed: E[A-Z]+/)
    expect(status).toBe(2)
    expect(readFileSync(post!.file, 'utf8')).toBe(post!.before)
    expect(leftoversIn(folder)).toEqual([])
  })

  it.skipIf(!canTrace).each(['rename', 'fsync', 'fchmod', 'pwrite64'])(
    'killed in %s: the file is as it was',
    (call) => {
      const folder = emptyFolder()
      const [post] = writePosts(folder, 1, 20_000)
      fix(folder, ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `inject=${call}:signal=SIGKILL:when=1`])
      expect(readFileSync(post!.file, 'utf8')).toBe(post!.before)
      expect(leftoversIn(folder).length).toBeLessThanOrEqual(1)
      expect(fix(folder).stderr).toBe('')
      expect(readFileSync(post!.file, 'utf8')).toBe(post!.after)
      expect(leftoversIn(folder)).toEqual([])
    },
  )
})

describe('two runs at once', () => {
  it('leave every file whole and fixed', async () => {
    const folder = emptyFolder()
    const posts = writePosts(folder, 200, 4000)
    const runs = [0, 1].map(() => {
      const args = [inject('cli'), '--fix', ...flags]
      const run = spawn(process.execPath, args, { cwd: folder, env: environment, stdio: 'ignore' })
      return new Promise((resolve) => run.once('exit', resolve))
    })
    await Promise.all(runs)
    for (const { file, after } of posts) expect(readFileSync(file, 'utf8')).toBe(after)
    expect(leftoversIn(folder)).toEqual([])
  })

  it('keep what somebody else writes in between', async () => {
    const folder = emptyFolder()
    const posts = writePosts(folder, 150, 4000)
    const run = spawn(process.execPath, [inject('cli'), '--fix', ...flags], { cwd: folder, env: environment })
    const ended = new Promise((resolve) => run.once('exit', resolve))
    run.stderr.resume()
    const written = new Map<string, string>()
    let next = posts.length - 1
    // From the other end, while the run comes nearer.
    run.stdout.on('data', () => {
      const post = posts[next--]
      if (!post) return
      const mine = postOf(10_000 + next, 3000).before
      writeFileSync(post.file, mine)
      written.set(post.file, mine)
    })
    await ended
    expect(written.size).toBeGreaterThan(0)
    for (const { file, after } of posts) {
      const text = readFileSync(file, 'utf8')
      const mine = written.get(file)
      if (mine === undefined) expect(text).toBe(after)
      else expect(text.includes(mine.slice(0, 40))).toBe(true)
    }
  })
})
