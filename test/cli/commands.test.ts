import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { badPost, cleanPost, folderWith, node, postlint } from './support.ts'

describe('--version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

  it.each([[['--version']], [['-v']], [['--version', '--quiet']], [['rules', '--version']]])('%j', (args) => {
    expect(postlint(args)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('--help', () => {
  it('names every command, and of a command its flags', () => {
    const { status, stdout } = postlint(['--help'])
    expect(status).toBe(0)
    for (const name of ['rules', 'explain <rule>', 'init', 'inspect <file>', '--format NAME[=FILE]', '-v, --version']) {
      expect(stdout).toContain(name)
    }
    const ofExplain = postlint(['explain', '-h']).stdout
    expect(ofExplain).toMatch(/^postlint explain <rule>\n/)
    expect(ofExplain).not.toContain('--stdin')
  })

  it('speaks the language of the user as far as it can', () => {
    expect(postlint(['--help'], { env: { LANG: 'ko_KR.UTF-8' } }).stdout).toMatch(/명령:[\s\S]*옵션:[\s\S]*도움말 표시/)
    expect(postlint(['--help'], { env: { LANG: 'ja_JP.UTF-8' } }).stdout).toContain('オプション:')
    expect(postlint(['--help'], { env: { LANG: 'zh_CN.UTF-8' } }).stdout).toContain('选项：')
    expect(postlint(['--help'], { env: { LANG: '../../x' } }).stdout).toContain('Options:')
  })
})

describe('rules', () => {
  it('takes no names', () => {
    const { status, stderr } = postlint(['rules', 'image-alt'])
    expect(stderr).toBe('postlint: rules does not take “image-alt”\n')
    expect(status).toBe(2)
  })

  it('lists all rules with their presets, by family', () => {
    const { status, stdout } = postlint(['rules'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^structure\n[\s\S]*^ {2}no-empty-paragraph\n {4}.+\n {4}.*recommended error.*safe fix\n/m)
    expect(postlint(['rules', '--locale', 'ko']).stdout).toMatch(/ {2}no-empty-paragraph\n {4}.*[가-힣]/)
  })

  it('lists them for programs', () => {
    const { rules } = JSON.parse(postlint(['rules', '--format', 'json']).stdout)
    expect(rules).toContainEqual({
      id: 'no-empty-paragraph',
      family: 'structure',
      summary: expect.any(String),
      presets: expect.objectContaining({ recommended: 'error' }),
      fixable: 'safe',
    })
  })
})

describe('explain', () => {
  it('shows what, why, sources, presets and examples with the marked places', () => {
    const { status, stdout } = postlint(['explain', 'no-empty-paragraph'])
    expect(status).toBe(0)
    for (const title of ['Why', 'Reported', 'Fine', 'Presets', 'Sources']) expect(stdout).toContain(`\n${title}\n`)
    expect(stdout).toMatch(/│ <p>&nbsp;<\/p>\n +│ \^{13}\n/)
    expect(stdout).toContain('after the fix')
    expect(stdout).not.toContain('⟦')
  })

  it('shows options with their defaults', () => {
    expect(postlint(['explain', 'max-inline-colors']).stdout).toMatch(/Options\n {2}\w+\n {4}.*\(default .*\)/)
  })

  it('asks what was meant by a misspelt name', () => {
    expect(postlint(['explain', 'no-empty-paragaph'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'postlint: Unknown rule “no-empty-paragaph”. Did you mean “no-empty-paragraph”?\n',
    })
    expect(postlint(['explain']).status).toBe(2)
  })
})

describe('init', () => {
  it('writes a commented configuration for the site it finds, and nothing a second time', () => {
    const cwd = folderWith({ '_config.yml': 'title: x\n', '_posts/2024-03-02-a.md': cleanPost })
    const { status, stdout } = postlint(['init'], { cwd })
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'Wrote .postlintrc.yaml for jekyll (found _config.yml).\n',
    })
    const written = readFileSync(join(cwd, '.postlintrc.yaml'), 'utf8')
    expect(parse(written)).toEqual({ extends: 'recommended', generator: 'jekyll' })
    expect(postlint([], { cwd })).toMatchObject({ status: 0, stderr: '' })

    const again = postlint(['init'], { cwd })
    expect(again.status).toBe(2)
    expect(again.stderr).toMatch(/^postlint: \.postlintrc\.yaml is already there/)
    expect(readFileSync(join(cwd, '.postlintrc.yaml'), 'utf8')).toBe(written)
  })

  it.each(['en', 'ko'])('writes settings that still hold when all are taken into use (%s)', (locale) => {
    const cwd = folderWith({ 'posts/a.md': cleanPost })
    postlint(['init', '--locale', locale], { cwd })
    const written = readFileSync(join(cwd, '.postlintrc.yaml'), 'utf8')
    const uncommented = written.replace(/^# ((?!yaml-)(?:[\w-]+:| +).*)$/gm, '$1')
    const keys = ['extends', 'generator', 'language', 'files', 'ignore', 'rules', 'overrides']
    expect(Object.keys(parse(uncommented))).toEqual(keys)
    const checked = folderWith({ 'posts/a.md': cleanPost, '.postlintrc.yaml': uncommented })
    expect(postlint(['posts/a.md'], { cwd: checked }).stderr).toBe('')
  })
})

describe('inspect', () => {
  it('shows how a file is read and where each setting comes from', () => {
    const cwd = folderWith({
      '_config.yml': '',
      '_posts/2024-03-02-a.md': cleanPost,
      '.postlintrc.yaml': 'extends: strict\nrules:\n  no-empty-paragraph: info\n',
    })
    const args = ['inspect', '_posts/2024-03-02-a.md', '--rule', 'max-inline-colors: off']
    const { status, stdout } = postlint(args, { cwd })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^_posts\/2024-03-02-a\.md\n/)
    expect(stdout).toMatch(/ {2}format +html +\S/)
    expect(stdout).toMatch(/ {2}language +ko /)
    expect(stdout).toMatch(/ {2}generator +jekyll +found by _config\.yml\n/)
    expect(stdout).toMatch(/ {2}presets +strict\n/)
    expect(stdout).toMatch(/ {2}no-empty-paragraph +info +\.postlintrc\.yaml:3\n/)
    expect(stdout).toMatch(/ {2}max-emphasis +\w+ +preset strict\n/)
    expect(stdout).toMatch(/off\n {2}.*max-inline-colors/)
  })

  it('needs one file that is there', () => {
    expect(postlint(['inspect']).status).toBe(2)
    expect(postlint(['inspect', 'gone.md'], { cwd: folderWith({}) })).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('a full disk', () => {
  it.runIf(existsSync('/dev/full'))('is told, and is a failure', () => {
    const cwd = folderWith({ 'a.md': badPost })
    const full = openSync('/dev/full', 'w')
    const child = spawnSync(node, [inject('cli'), 'a.md'], { cwd, stdio: ['ignore', full, 'pipe'] })
    closeSync(full)
    expect(child.stderr.toString()).toMatch(/^postlint: Cannot write standard output: ENOSPC.*\n$/)
    expect(child.status).toBe(2)
  })
})

describe('a closed pipe', () => {
  it('ends the output without a word', async () => {
    const cwd = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`p/${i}.md`, badPost])))
    const child = spawn(node, [inject('cli'), 'p'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(stderr).toBe('')
    expect([1, 141]).toContain(code)
  })
})

describe('a pipe that is full, and that nobody waits for', () => {
  it.skipIf(process.platform === 'win32')('gets all of the output', async () => {
    const cwd = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`p/${i}.md`, badPost])))
    const args = ['p', '--format', 'json', '--no-cache', '--no-config']
    const pipe = join(cwd, 'pipe')
    execFileSync('mkfifo', [pipe])
    const writer = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
    // Node itself would make it a pipe that is waited for; the shell hands it over as it is.
    const child = spawn('sh', ['-c', 'exec "$0" "$@" >&3', node, inject('cli'), ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit', writer],
    })
    closeSync(writer)
    const ended = new Promise((resolve) => child.on('close', resolve))
    const reader = spawn('sh', ['-c', 'sleep 1; exec cat pipe'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
    let stdout = ''
    for await (const chunk of reader.stdout.setEncoding('utf8')) stdout += chunk
    expect(await ended).toBe(1)
    expect(stdout.length).toBeGreaterThan(100_000)
    expect(stdout).toBe(postlint(args, { cwd }).stdout)
  })
})
