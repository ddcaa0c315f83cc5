import type { RuleEntry, Source } from '../../engine/rule.ts'
import { errorText } from '../error.ts'
import { webAddress } from '../escape.ts'
import type { Formatter, ReportContext, RunError, Summary } from '../formatter.ts'
import { reportMark } from '../report-mark.ts'
import { byWorst, type Counts, counted, noCounts, severities, total } from '../severity.ts'
import { type TallyRow, tally } from '../tally.ts'
import { reportTexts } from '../texts.ts'
import { script, scriptHash, style, styleHash } from './assets.generated.ts'
import { type Bar, barChart, ring } from './chart.ts'
import { type Markup, markup, prose, verbatim } from './markup.ts'
import { folderOf, postSection, ruleAnchor } from './post-section.ts'
import { type PageTexts, pageTexts } from './texts.ts'

/** Nothing is loaded, sent or run but the page's own style and script. */
const POLICY = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; img-src data:; base-uri 'none'; form-action 'none'`

/** Bars of a chart that has a column for itself, and of those that share one. */
const RULES_SHOWN = 12
const PLACES_SHOWN = 5

/** A post with findings, as the page lists it. */
interface Listed {
  readonly path: string
  readonly id: string
  readonly counts: Counts
  readonly section: Markup
}

interface Page {
  readonly context: ReportContext
  readonly texts: PageTexts
  readonly number: (value: number) => string
}

/** Digits in groups of three, as both languages write them. */
const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')

const tiles = (summary: Summary, { texts, number }: Page): Markup => {
  const tile = (kind: string, label: string, value: number): Markup =>
    markup`<div class="tile ${kind}"><dt>${label}</dt><dd>${number(value)}</dd></div>`
  return markup`<dl class="tiles">${[
    tile('', texts.posts, summary.files),
    tile('error', texts.errors, summary.errors),
    tile('warn', texts.warnings, summary.warnings),
    tile('info', texts.infos, summary.infos),
    tile('fix', texts.fixable, summary.fixable),
  ]}</dl>`
}

const shares = (listed: readonly Listed[], summary: Summary, { texts, number }: Page): Markup => {
  const worst = severities.map((severity) => ({
    kind: severity,
    label: texts.shares[severity],
    count: listed.filter(({ counts }) => severities.find((one) => counts[one] > 0) === severity).length,
  }))
  const clean = { kind: 'clean' as const, label: texts.shares.clean, count: summary.files - listed.length }
  return ring({ title: texts.sharesTitle, caption: texts.cleanShare }, [...worst, clean], number)
}

const charts = (listed: readonly Listed[], byRule: readonly TallyRow[], page: Page): Markup => {
  const { texts, number, context } = page
  const words = {
    number,
    others: texts.others,
    describe: ({ error, warn, info }: Counts): string => {
      const told = { errors: error, warnings: warn, infos: info, files: 0, fixable: 0, suppressed: 0 }
      const { errors, warnings, infos } = reportTexts[context.locale].counts(told)
      return [error > 0 && errors, warn > 0 && warnings, info > 0 && infos].filter(Boolean).join(', ')
    },
  }
  const rules = byRule.map(
    ({ name, counts }): Bar => ({
      label: name,
      counts,
      href: `#${ruleAnchor(name)}`,
      filter: { name: 'rule', value: name },
    }),
  )
  const folders = byFolder(listed).map(
    ({ name, counts, first }): Bar => ({
      label: name,
      counts,
      href: `#${first}`,
      filter: { name: 'folder', value: name },
    }),
  )
  const posts = listed.map(({ path, id, counts }): Bar => ({ label: path, counts, href: `#${id}` }))
  const chart = (title: string, bars: readonly Bar[], shown: number): Markup =>
    barChart(
      title,
      bars.toSorted((a, b) => total(b.counts) - total(a.counts)),
      shown,
      words,
    )
  const hasFolders = folders.length > 1
  return markup`${chart(texts.byRule, rules, RULES_SHOWN)}<div>${hasFolders ? chart(texts.byFolder, folders, PLACES_SHOWN) : undefined}${chart(texts.byPost, posts, hasFolders ? PLACES_SHOWN : RULES_SHOWN)}</div>`
}

/** The folders with findings, each with the id of its worst post. */
const byFolder = (listed: readonly Listed[]): (TallyRow & { readonly first: string })[] => {
  const folders = new Map<string, { name: string; counts: Counts; first: string }>()
  for (const { path, id, counts } of listed) {
    const name = folderOf(path)
    const known = folders.get(name) ?? { name, counts: noCounts, first: id }
    const sum = { ...known.counts }
    for (const severity of severities) sum[severity] += counts[severity]
    folders.set(name, { ...known, counts: sum })
  }
  return [...folders.values()]
}

const options = (names: readonly string[]): Markup[] => names.map((name) => markup`<option>${name}</option>`)

/** Hidden until the script is there to serve it. */
const toolbar = (rules: readonly string[], folders: readonly string[], { texts, context }: Page): Markup => {
  const words = reportTexts[context.locale].severity
  const toggles = severities.map(
    (severity) =>
      markup`<label class="${severity}"><input type="checkbox" value="${severity}" checked>${words[severity]}</label>`,
  )
  const folder =
    folders.length > 1
      ? markup`<label>${texts.folder}<select name="folder"><option value="">${texts.all}</option>${options(folders)}</select></label>`
      : undefined
  return markup`<form class="toolbar" hidden data-shown="${texts.shown}" data-none="${texts.none}"><label class="search">${texts.search}<input type="search" name="search"></label><label>${texts.rule}<select name="rule"><option value="">${texts.all}</option>${options(rules)}</select></label>${folder}<fieldset><legend>${texts.severity}</legend>${toggles}</fieldset><p><output></output> <button type="reset">${texts.reset}</button></p></form>`
}

const link = ({ title, url }: Source): Markup => {
  const address = webAddress(url)
  return markup`<li>${address ? markup`<a href="${address}" rel="noopener noreferrer">${title}</a>` : title}</li>`
}

const explanation = (name: string, counts: Counts, entry: RuleEntry | undefined, page: Page): Markup => {
  const { context, texts, number } = page
  const body =
    entry &&
    markup`<p class="summary">${prose(entry.rule.summary[context.locale])}</p><p>${prose(entry.rule.why[context.locale])}</p>${entry.rule.source.length > 0 ? markup`<details><summary>${texts.sources}</summary><ul>${entry.rule.source.map(link)}</ul></details>` : undefined}`
  return markup`<article class="card" id="${ruleAnchor(name)}"><h3>${name} <span class="count">${number(total(counts))}</span></h3>${body}</article>\n`
}

const failures = (errors: readonly RunError[], { texts }: Page): Markup | undefined => {
  if (errors.length === 0) return undefined
  const items = errors.map((error) => {
    const place = [error.file, error.line, error.line && error.column].filter(Boolean).join(':')
    return markup`<li>${place ? markup`<code>${place}</code> ` : undefined}${errorText(error)}</li>`
  })
  return markup`<section class="failures" role="alert"><h2>${texts.failures}</h2><ul>${items}</ul></section>`
}

const findings = (listed: readonly Listed[], rows: readonly TallyRow[], page: Page): Markup => {
  const { texts, context } = page
  if (listed.length === 0) return markup`<p class="nothing">${texts.nothing}</p>`
  const names = rows.map(({ name }) => name)
  const folders = [...new Set(listed.map(({ path }) => folderOf(path)))]
  const explained = rows.map(({ name, counts }) => explanation(name, counts, context.rules.get(name), page))
  return markup`<div class="charts">${charts(listed, rows, page)}</div>
<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">${texts.findings}</h2>
${toolbar(names.toSorted(), folders.toSorted(), page)}
${listed.map(({ section }) => section)}</section>
<section aria-labelledby="rules-title"><h2 id="rules-title">${texts.rules}</h2>
<div class="rules">
${explained}</div></section>`
}

/** One page for people: what was found, how much of what, where, and why it matters. Needs nothing but itself. */
export const html: Formatter = (context) => {
  const page: Page = { context, texts: pageTexts[context.locale], number: grouped }
  const { texts, number } = page
  const listed: Listed[] = []
  const byRule = tally()
  return {
    post(result) {
      if (result.findings.length === 0) return ''
      const counts = result.findings.reduce((sum, { severity }) => counted(sum, severity), noCounts)
      for (const { rule, severity } of result.findings) byRule.add(rule, severity)
      const id = `post-${listed.length + 1}`
      const section = postSection(result, counts, id, reportTexts[context.locale])
      listed.push({ path: result.path, id, counts, section })
      return ''
    },
    end({ summary, errors }) {
      const sorted = listed.toSorted((a, b) => byWorst(a.counts, b.counts))
      const suppressed =
        summary.suppressed > 0 ? markup`<p>${texts.suppressed(number(summary.suppressed))}</p>` : undefined
      const known = summary.known ? markup`<p>${texts.known(number(summary.known))}</p>` : undefined
      return markup`<!doctype html>
${verbatim(reportMark)}
<html lang="${context.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${texts.title} · postlint</title>
<link rel="icon" href="data:,">
<style>${verbatim(style)}</style>
</head>
<body>
<header><p class="brand">postlint</p><h1>${texts.title}</h1><p><time datetime="${context.today}">${context.today}</time></p></header>
<main>
${failures(errors, page)}
<div class="overview">${tiles(summary, page)}${shares(sorted, summary, page)}</div>
${findings(sorted, byRule.rows(), page)}
</main>
<footer>${suppressed}${known}<p>${texts.madeBy(context.version)}</p></footer>
<script>${verbatim(script)}</script>
</body>
</html>
`.markup
    },
  }
}
