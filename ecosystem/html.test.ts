import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { html } from '../src/report/html/html.ts'
import { payloads } from '../test/report/hostile.ts'
import { reportOf, resultOf } from '../test/report/support.ts'
import { hasCommand, npmFolder, requireFrom, run } from './tools.ts'

// The HTML report in a browser: what it loads, what it says on the console, how it behaves.

/** As much of playwright-core as is used here. */
interface Page {
  on(event: string, act: (about: { url(): string; text(): string; type(): string }) => void): void
  goto(url: string): Promise<unknown>
  evaluate<T>(expression: string): Promise<T>
  fill(selector: string, text: string): Promise<void>
  click(selector: string): Promise<void>
  textContent(selector: string): Promise<string | null>
  close(): Promise<void>
}
interface Browser {
  newContext(options: object): Promise<{ newPage(): Promise<Page> }>
  close(): Promise<void>
}

/** What a first run may take to fetch packages. */
const INSTALL_TIME = 300_000
const hasChromium = hasCommand('chromium', 'chromium')
const root = join(import.meta.dirname, '..')
let folder = ''
let browser: Browser

const fileWith = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** Opens a page; gives it together with everything that should not have happened. */
const open = async (file: string, options: object = {}) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => trouble.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('dialog', () => trouble.push('a dialog'))
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href && !request.url().startsWith('data:')) trouble.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  return { page, trouble }
}

const shownItems = 'document.querySelectorAll("section.post:not([hidden]) li[data-rule]:not([hidden])").length'

describe.runIf(hasChromium)('the HTML report in Chromium', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postlint-html-'))
    const { chromium } = requireFrom(npmFolder('playwright', ['playwright-core@1']))('playwright-core')
    browser = await chromium.launch({
      executablePath: run('sh', ['-c', 'command -v chromium']).stdout.trim(),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    })
  }, INSTALL_TIME)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const examples = () => {
    const presets = ['strict', 'seo', 'accessibility'].flatMap((name) => ['--preset', name])
    const args = [inject('cli'), '--no-config', '--locale', 'ko', ...presets, '--format', 'html', 'fixtures']
    return fileWith('examples.html', run(process.execPath, args, { cwd: root }).stdout)
  }

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { viewport: { width: 320, height: 640 } }],
  ])('needs nothing else, is accessible and fits: %s', async (_name, options) => {
    const { page, trouble } = await open(examples(), options)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const axe = requireFrom(npmFolder('axe', ['axe-core@4']))('axe-core') as { source: string }
    await page.evaluate(axe.source)
    const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => ({ html })) })))',
    )
    expect(violations).toEqual([])
    expect(trouble).toEqual([])
    await page.close()
  })

  it('narrows its list', async () => {
    const { page, trouble } = await open(examples())
    const all = await page.evaluate<number>(shownItems)
    await page.fill('[name=search]', 'noopener misoshiru')
    await expect.poll(() => page.evaluate(shownItems)).toBe(1)
    expect(await page.textContent('output')).toBe(`문제 ${all}개 중 1개`)
    await page.click('a[data-value="no-empty-paragraph"]')
    await expect.poll(() => page.evaluate(shownItems)).toBeGreaterThan(1)
    const rules =
      '[...new Set([...document.querySelectorAll("li[data-rule]:not([hidden])")].map((item) => item.dataset.rule))]'
    expect(await page.evaluate(rules)).toEqual(['no-empty-paragraph'])
    await page.click('button[type=reset]')
    await expect.poll(() => page.evaluate(shownItems)).toBe(all)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('shows all without scripts', async () => {
    const { page } = await open(examples(), { javaScriptEnabled: false })
    expect(await page.evaluate<number>(shownItems)).toBeGreaterThan(50)
    expect(await page.evaluate('getComputedStyle(document.querySelector("form")).display')).toBe('none')
    await page.close()
  })

  it('runs and loads nothing that a post, a name or a message brings', async () => {
    const results = payloads.map(([, text], index) =>
      resultOf(
        `<p>${text} bad</p>\n`,
        [{ on: 'bad', message: text, suggestions: [{ title: text, titles: { en: text, ko: text }, edits: [] }] }],
        `${index}/${text}`,
      ),
    )
    const errors = payloads.map(([, text]) => ({ message: text, hint: text, file: text }))
    const { page, trouble } = await open(fileWith('hostile.html', reportOf(html, results, { errors })))
    expect(await page.evaluate(shownItems)).toBe(payloads.length)
    expect(
      await page.evaluate('document.querySelectorAll("img, iframe, object, script ~ script, [onerror]").length'),
    ).toBe(0)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('stays quick with 20,000 findings', async () => {
    const source = `${'<p>긴 문장이 이어지고 또 이어집니다. bad 문장이 이어집니다.</p>\n'.repeat(20)}`
    const marks = Array.from({ length: 20 }, (_, index) => ({
      on: 'bad',
      rule: `rule-${index}`,
      message: `Message ${index} of this rule.`,
    }))
    const results = Array.from({ length: 1000 }, (_, index) =>
      resultOf(source, marks, `f${index % 9}/post-${index}.md`),
    )
    const { page, trouble } = await open(fileWith('large.html', reportOf(html, results)))
    const [ready, filtering] = await page.evaluate<[number, number]>(`new Promise((resolve) => {
      const form = document.querySelector('form')
      form.elements.search.value = 'post-77 message 7'
      const start = performance.now()
      form.dispatchEvent(new Event('input'))
      const wait = () => (${shownItems} < 20000 ? resolve([start, performance.now() - start]) : setTimeout(wait))
      wait()
    })`)
    console.info(`20,000 findings: ready after ${Math.round(ready)} ms, first search ${Math.round(filtering)} ms`)
    expect(ready).toBeLessThan(20_000)
    expect(filtering).toBeLessThan(5_000)
    expect(trouble).toEqual([])
    await page.close()
  })
})
