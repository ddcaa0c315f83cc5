import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../src/cli/arguments.ts'

const parse = (...argv: string[]) => parseArguments(argv, (path) => path === 'rulez')
const problemOf = (...argv: string[]) => {
  const { problem } = parse(...argv)
  return problem && [problem.message, problem.report('en').hint].filter(Boolean).join(' | ')
}

describe('parseArguments', () => {
  it('lints by default', () => {
    expect(parse('a.md', 'b')).toMatchObject({ command: 'lint', operands: ['a.md', 'b'], problem: undefined })
    expect(parse()).toMatchObject({ command: 'lint', operands: [], outputs: [{ format: 'pretty' }] })
  })

  it('reads a first word as a command, unless it is given as a path', () => {
    expect(parse('explain', 'image-alt')).toMatchObject({ command: 'explain', operands: ['image-alt'] })
    expect(parse('--', 'explain')).toMatchObject({ command: 'lint', operands: ['explain'] })
    expect(parse('./rules')).toMatchObject({ command: 'lint', operands: ['./rules'] })
  })

  it('ends flags at --', () => {
    expect(parse('--quiet', '--', '--help', '-x')).toMatchObject({
      operands: ['--help', '-x'],
      quiet: true,
      help: false,
    })
  })

  it('takes the last of repeated values, and all of repeatable ones', () => {
    const request = parse('--config', 'a', '--config=b', '--rule', 'x: off', '--rule', 'y: [warn, {max: 1}]')
    expect(request).toMatchObject({ config: 'b', ruleFlags: ['x: off', 'y: [warn, {max: 1}]'], problem: undefined })
    expect(parse('--color', '--no-color').color).toBe(false)
    expect(parse('--no-color', '--color').color).toBe(true)
    expect(parse().color).toBeUndefined()
  })

  it('keeps numbers, dots and equal signs as they are written', () => {
    expect(parse('007', '1e3', 'a=b', '--config', '00.10').operands).toEqual(['007', '1e3', 'a=b'])
    expect(parse('--config', '00.10').config).toBe('00.10')
  })

  it('reads sizes and counts', () => {
    expect(parse('--max-file-size', '4m', '--max-warnings', '0')).toMatchObject({
      maxFileSize: 4 * 1024 * 1024,
      maxWarnings: 0,
    })
    expect(parse('--max-file-size=500KB').maxFileSize).toBe(512_000)
  })

  it('reads outputs; the terminal gets its report also beside a file', () => {
    expect(parse('--format', 'json').outputs).toEqual([{ format: 'json' }])
    expect(parse('--format', 'json=a=b.json').outputs).toEqual([
      { format: 'pretty' },
      { format: 'json', file: 'a=b.json' },
    ])
  })

  it('sends no two formats to one file', () => {
    expect(problemOf('--format', 'json=r.json', '--format', 'jsonl=out/../r.json')).toMatch(/cannot go to one file/)
    expect(problemOf('--format', 'json=r.json', '--format', 'jsonl=r.jsonl')).toBeUndefined()
  })

  it.each([
    [['--quite'], 'Unknown flag --quite | Did you mean “--quiet”?'],
    [['-q'], 'Unknown flag -q | See postlint --help.'],
    [['--maxWarnings=1'], 'Unknown flag --maxWarnings | Did you mean “--max-warnings”?'],
    [['--rule.x=1'], 'Unknown flag --rule.x | Did you mean “--rule”?'],
    [['--__proto__.x=1'], 'Unknown flag --__proto__.x | See postlint --help.'],
    [['--constructor'], 'Unknown flag --constructor | See postlint --help.'],
    [['--config'], '--config needs a value'],
    [['--config', '--quiet'], '--config needs a value'],
    [['--config='], '--config needs a value'],
    [['--quiet=no'], '--quiet takes no value'],
    [['--max-warnings', 'many'], '--max-warnings “many” must be a whole number of at least 0'],
    [['--max-warnings=-1'], '--max-warnings “-1” must be a whole number of at least 0'],
    [['--max-file-size', '2x'], '--max-file-size “2x” must be a number of bytes, such as 500k or 4m'],
    [['--locale', 'fr'], '--locale “fr” must be en or ko'],
    [['--format', 'jsn'], /^Unknown format “jsn”; known are pretty, compact, .* \| Did you mean “json”\?$/],
    [['rules', '--format', 'sarif'], 'Unknown format “sarif”; known are pretty, json, jsonl'],
    [['rules', '--format', 'acme/dots'], 'Unknown format “acme/dots”; known are pretty, json, jsonl'],
    [['--format', 'json', '--format', 'jsonl'], /Only one format can go to standard output/],
    [['--config', 'a', '--no-config'], '--config contradicts --no-config'],
    [['--stdin-path', 'a.md'], '--stdin-path goes with --stdin'],
    [['--stdin', 'a.md'], /--stdin takes no paths/],
    [['--files-from', '-', 'a.md'], /--files-from takes no paths/],
    [['--staged', '--changed-since', 'main'], '--staged contradicts --changed-since'],
    [['--changed-since='], '--changed-since needs a value'],
    [['--changed-lines'], '--changed-lines goes with --staged or --changed-since'],
    [['--update-baseline'], '--update-baseline goes with --baseline'],
    [['--baseline', 'a', '--update-baseline', '--prune-baseline'], '--update-baseline contradicts --prune-baseline'],
    [['--baseline', 'a', '--prune-baseline', '--diff'], '--prune-baseline contradicts --diff'],
    [['explian', 'image-alt'], 'Unknown command “explian” | Did you mean “explain”?'],
    [['rules', '--stdin'], '--stdin does not go with “rules”'],
  ])('refuses %j', (argv, problem) => {
    if (problem instanceof RegExp) expect(problemOf(...argv)).toMatch(problem)
    else expect(problemOf(...argv)).toBe(problem)
  })

  it('takes a path that looks like a misspelt command for a path, when it is there', () => {
    expect(problemOf('rulez')).toBeUndefined()
    expect(problemOf('rulse')).toMatch(/^Unknown command/)
    expect(problemOf('rules.md', '_posts')).toBeUndefined()
  })

  it('still knows the format that an error is to be told in', () => {
    expect(parse('--format', 'json', '--nope')).toMatchObject({ outputs: [{ format: 'json' }] })
  })
})
