import { rules } from '../../../rules/index.ts'
import { originText } from '../../config/origin.ts'
import type { Settled } from '../../config/settle.ts'
import { noticeText } from '../../notice.ts'
import { missesContent, openProject, type ReadPost } from '../../project.ts'
import { displayWidth, wrap } from '../../report/display.ts'
import { renderNotice } from '../../report/error.ts'
import { escapeTerminal, guardCommands } from '../../report/escape.ts'
import type { Locale } from '../../report/formatter.ts'
import { createStyles, type Styles } from '../../report/styles.ts'
import { UserError } from '../../user-error.ts'
import type { Arguments } from '../arguments.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { inspectTexts } from '../inspect-texts.ts'
import type { Session } from '../session.ts'
import { says } from '../texts.ts'

interface Page {
  readonly locale: Locale
  readonly width: number
  readonly styles: Styles
}

const WIDEST_VALUE = 24

/** What is known, what it is, and where it comes from, in columns. */
type Row = readonly [name: string, value: string, origin: string]

const table = (rows: readonly Row[], { styles, width }: Page): string => {
  const nameWidth = Math.max(...rows.map(([name]) => displayWidth(name)))
  // A long list must not push all origins to the right.
  const valueWidths = rows.map(([, value]) => displayWidth(escapeTerminal(value)))
  const valueWidth = Math.max(0, ...valueWidths.filter((columns) => columns <= WIDEST_VALUE))
  const pad = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
  return rows
    .map(([name, value, origin]) => {
      const [first = '', ...rest] = wrap(escapeTerminal(value), Math.max(20, width - nameWidth - 4))
      const head = `  ${pad(name, nameWidth)}  ${rest.length === 0 ? pad(first, valueWidth) : first}`
      const lines = [head, ...rest.map((line) => ' '.repeat(nameWidth + 4) + line)]
      const from = escapeTerminal(origin)
      const fits = displayWidth(lines.at(-1) ?? '') + 2 + displayWidth(from) <= width
      if (from)
        lines.push(fits ? `${lines.pop()}  ${styles.faint(from)}` : `${' '.repeat(nameWidth + 4)}${styles.faint(from)}`)
      return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
    })
    .join('')
}

const facts = ({ post, file, settled, site }: ReadPost, configFile: string | undefined, page: Page): Row[] => {
  const texts = inspectTexts[page.locale]
  const { valueOrigins, presets } = settled
  const { content } = settled.settings
  const originOf = (name: 'language' | 'generator' | 'format' | 'content' | 'encoding', otherwise: string): string => {
    const origin = valueOrigins.get(name)
    return origin && origin.kind !== 'default' ? originText(origin, page.locale) : otherwise
  }
  return [
    [texts.format, post.format, originOf('format', post.formatReason[page.locale])],
    [texts.language, post.language, originOf('language', texts.fromText)],
    [texts.generator, post.generator, originOf('generator', site ? texts.foundBy(site.marker) : texts.noGenerator)],
    ...(content
      ? [[texts.content, content, missesContent(post, content) ? texts.noContent : originOf('content', '')] as const]
      : []),
    ...(settled.settings.encoding
      ? [[texts.encoding, settled.settings.encoding, originOf('encoding', '')] as const]
      : []),
    [texts.frontMatter, post.front.format === 'none' ? texts.none : post.front.format, ''],
    [texts.configuration, configFile ?? texts.none, ''],
    [texts.presets, presets.join(', ') || texts.none, ''],
    ...(file.unread ? [[texts.unread, texts.tooLarge, ''] as const] : []),
  ]
}

/** A value as it could stand in the configuration; lists may be broken after their commas. */
const valueText = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value)

const ruleRows = ({ settings, ruleOrigins }: Settled, locale: Locale): Row[] =>
  [...settings.rules].flatMap(([id, { severity, options }]): Row[] => {
    if (severity === 'off') return []
    const origins = ruleOrigins.get(id)
    const from = (origin: Parameters<typeof originText>[0] | undefined) => (origin ? originText(origin, locale) : '')
    return [
      [id, severity, from(origins?.severity)],
      ...Object.entries(options).map(
        ([name, value]): Row => [`  ${name}`, valueText(value), from(origins?.options.get(name))],
      ),
    ]
  })

/** Shows how postlint reads one file, and where each setting that holds for it comes from. */
export const inspectCommand = async (request: Arguments, session: Session): Promise<ExitCode> => {
  const [path, extra] = request.operands
  if (path === undefined) throw new UserError(says(({ needsFile }) => needsFile))
  if (extra !== undefined) throw new UserError(says((texts) => texts.tooMany('inspect', extra)))
  const project = await openProject({
    cwd: session.cwd,
    paths: [path],
    configFile: request.config,
    noConfig: request.noConfig,
    presets: request.presets.length > 0 ? request.presets : undefined,
    ruleFlags: request.ruleFlags,
    noIgnore: true,
    registry: rules,
  })
  const { config } = project
  const locale = request.locale ?? config.locale ?? session.systemLocale
  const found = await project.discover()
  const [file] = found
  for (const notice of project.notices()) {
    session.writeError(renderNotice(noticeText(notice, locale), { color: session.errorColor }))
  }
  if (!file || found.length > 1) throw new UserError(says(({ needsFile }) => needsFile))

  const read = await project.read(file)
  const texts = inspectTexts[locale]
  const page: Page = { locale, width: session.width, styles: createStyles(session.color) }
  const { heading, strong, faint } = page.styles
  const active = ruleRows(read.settled, locale)
  const off = [...read.settled.settings.rules].filter(([, { severity }]) => severity === 'off').map(([id]) => id)
  session.write(
    guardCommands(
      [
        `${heading(escapeTerminal(file.path))}\n\n`,
        table(facts(read, config.file, page), page),
        `\n${strong(texts.rules)}\n`,
        active.length > 0 ? table(active, page) : `  ${texts.none}\n`,
        off.length > 0 && `\n${strong(texts.off)}\n`,
        ...wrap(off.join(', '), page.width - 2).map((line) => line && `  ${faint(line)}\n`),
      ]
        .filter(Boolean)
        .join(''),
    ),
  )
  return exitCode.clean
}
