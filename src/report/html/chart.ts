import type { Severity } from '../../engine/finding.ts'
import { displayWidth } from '../display.ts'
import { type Counts, severities, total } from '../severity.ts'
import { type Markup, markup } from './markup.ts'

/** One bar: what it counts, and where it leads. */
export interface Bar {
  readonly label: string
  readonly counts: Counts
  readonly href: string
  /** What the script narrows the list to. */
  readonly filter?: { readonly name: 'rule' | 'folder'; readonly value: string }
}

const ROW = 38
/** Columns of a label: as many as a telephone has room for. */
const LABEL_WIDTH = 34

/** The end of a path tells more than its beginning. */
const shortened = (label: string): string => {
  if (displayWidth(label) <= LABEL_WIDTH) return label
  const characters = Array.from(label)
  let width = 1
  let first = characters.length
  while (first > 0) {
    width += displayWidth(characters[first - 1] ?? '')
    if (width > LABEL_WIDTH) break
    first--
  }
  return `…${characters.slice(first).join('')}`
}

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100}%`

const segments = (counts: Counts, largest: number, top: number): Markup[] => {
  let before = 0
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => {
      const x = percent(before, largest)
      before += counts[severity]
      return markup`<rect class="${severity}" x="${x}" y="${top + 20}" width="${percent(counts[severity], largest)}" height="10"/>`
    })
}

/** How a chart speaks. */
export interface ChartWords {
  readonly describe: (counts: Counts) => string
  readonly number: (value: number) => string
  readonly others: (count: number) => string
}

/** Bars with their names above them, as wide as the page allows: percentages, no script, no fixed width. */
export const barChart = (
  title: string,
  bars: readonly Bar[],
  shownBars: number,
  { describe, number, others }: ChartWords,
): Markup => {
  const rest = bars.slice(shownBars)
  const left = rest.reduce((sum, { counts }) => sum + total(counts), 0)
  const shown = bars.slice(0, shownBars)
  const largest = Math.max(...shown.map(({ counts }) => total(counts)))
  const rows = shown.map(({ label, counts, href, filter }, index) => {
    const top = index * ROW
    const data = filter && markup` data-filter="${filter.name}" data-value="${filter.value}"`
    const words = [
      markup`<title>${label}: ${describe(counts)}</title>`,
      markup`<text x="0" y="${top + 13}">${shortened(label)}</text>`,
      markup` <text class="n" x="100%" y="${top + 13}">${number(total(counts))}</text>`,
    ]
    const shapes = [
      markup`<rect class="hit" y="${top}" width="100%" height="${ROW}"/>`,
      markup`<rect class="track" y="${top + 20}" width="100%" height="10"/>`,
      ...segments(counts, largest, top),
    ]
    return markup`<g role="listitem"><a href="${href}"${data}>${shapes}${words}</a></g>`
  })
  const more = rest.length > 0 ? markup`<p class="more">${others(rest.length)}: ${number(left)}</p>` : undefined
  return markup`<figure class="card"><figcaption>${title}</figcaption><svg class="bars" role="list" aria-label="${title}" width="100%" height="${shown.length * ROW}">${rows}</svg>${more}</figure>`
}

/** The parts of a whole as a ring, with a legend that says the same in words. */
export const ring = (
  words: { readonly title: string; readonly caption: string },
  parts: readonly { readonly kind: Severity | 'clean'; readonly label: string; readonly count: number }[],
  number: (value: number) => string,
): Markup => {
  const whole = parts.reduce((sum, { count }) => sum + count, 0)
  let before = 0
  const arcs = parts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => {
      const share = (count / whole) * 100
      const offset = -before
      before += share
      return markup`<circle class="${kind}" cx="60" cy="60" r="48" pathLength="100" stroke-dasharray="${share.toFixed(2)} 100" stroke-dashoffset="${offset.toFixed(2)}" transform="rotate(-90 60 60)"/>`
    })
  const clean = parts.find(({ kind }) => kind === 'clean')?.count ?? 0
  const middle = `${Math.floor((clean / Math.max(1, whole)) * 100)}%`
  const legend = parts.map(
    ({ kind, label, count }) => markup`<li class="${kind}"><b>${number(count)}</b> ${label}</li>`,
  )
  return markup`<figure class="card ring"><figcaption>${words.title}</figcaption><div><svg viewBox="0 0 120 120" width="120" height="120" aria-hidden="true"><circle class="track" cx="60" cy="60" r="48"/>${arcs}<text x="60" y="63">${middle}</text><text class="caption" x="60" y="78">${words.caption}</text></svg><ul>${legend}</ul></div></figure>`
}
