import { describe, expect, it } from 'vitest'
import { codeFrame, type SourceLine } from '../../src/report/code-frame.ts'
import { displayWidth } from '../../src/report/display.ts'

const frameOf = (line: SourceLine | string, word: string, width = 80) => {
  const source = typeof line === 'string' ? { text: line } : line
  const start = source.text.indexOf(word)
  return codeFrame(source, { start, end: start + word.length }, width)
}
const shown = ({ before, marked, after }: ReturnType<typeof codeFrame>) => before + marked + after

describe('codeFrame', () => {
  it('puts carets under full-width text by its width', () => {
    const { before, marked, after, carets } = frameOf('한국어 문장 속 affected 고객', '문장')
    expect([before, marked, after]).toEqual(['한국어 ', '문장', ' 속 affected 고객'])
    expect(carets).toBe('       ^^^^')
  })

  it('counts an emoji sequence as one wide character', () => {
    expect(frameOf('👩‍💻 word', 'word').carets).toBe('   ^^^^')
  })

  it('expands tabs and drops indentation', () => {
    const frame = frameOf('\t\t<b>a\tbad</b>', 'bad')
    expect(shown(frame)).toBe('<b>a    bad</b>')
    expect(frame.carets).toBe('        ^^^')
  })

  it('keeps indentation that is marked or asked for', () => {
    expect(shown(frameOf('  x', '  '))).toBe('  x')
    expect(shown(frameOf({ text: '  x', keepIndent: true }, 'x'))).toBe('  x')
  })

  it('shows hidden characters and counts what it shows', () => {
    const frame = frameOf('a\u200bb bad', 'bad')
    expect(shown(frame)).toBe('a\\u{200b}b bad')
    expect(frame.carets).toBe(`${' '.repeat(11)}^^^`)
  })

  it('marks an empty range with one caret, at the end of the line too', () => {
    expect(codeFrame({ text: 'abc' }, { start: 3, end: 3 }, 80).carets).toBe('   ^')
  })

  it('ends the carets where the line ends', () => {
    expect(codeFrame({ text: '<table>' }, { start: 0, end: 500 }, 80).carets).toBe('^^^^^^^')
  })

  const long = `${'앞 문장입니다. '.repeat(12)}“bad”${' 뒤 문장입니다.'.repeat(12)}`
  it.each([20, 21, 37, 40, 41, 80, 120])('cuts a long line around the mark to %i columns', (width) => {
    const frame = frameOf(long, 'bad', width)
    expect(displayWidth(shown(frame))).toBeLessThanOrEqual(width)
    expect(displayWidth(frame.before)).toBe(frame.carets.indexOf('^'))
    expect(frame.marked).toBe('bad')
    expect(shown(frame)).toMatch(/^….*…$/)
  })

  it.each([20, 33, 60])('shows the end of a line for a mark at its end (%i columns)', (width) => {
    const frame = frameOf(`${'가나다라 '.repeat(40)}end`, 'end', width)
    expect(shown(frame)).toMatch(/^….*end$/)
    expect(displayWidth(shown(frame))).toBeLessThanOrEqual(width)
    expect(frame.carets.trimStart()).toBe('^^^')
  })

  it.each([20, 40])('cuts a mark that is wider than %i columns', (width) => {
    const frame = frameOf(`x ${'가'.repeat(100)} y`, '가'.repeat(100), width)
    expect(displayWidth(shown(frame))).toBeLessThanOrEqual(width)
    expect(displayWidth(frame.carets)).toBe(displayWidth(frame.before + frame.marked))
  })

  it('says where a line goes on that is known in part only', () => {
    const frame = frameOf({ text: 'b c', cutBefore: true, cutAfter: true }, 'c')
    expect(shown(frame)).toBe('…b c…')
    expect(frame.carets).toBe('   ^')
  })
})
