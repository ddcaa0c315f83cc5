import type { Root } from 'hast'
import { belongs, isBilingual, languageOf, primarySubtag } from '../language/host.ts'
import { addTallies, letters, mainScript } from '../language/scripts.ts'
import type { Texts } from '../texts.ts'
import { bareUnits } from './bare-text.ts'
import { decideFormat } from './format.ts'
import { parseFrontMatter, scalarMap } from './front-matter.ts'
import { guardHtml } from './guard.ts'
import { parseHtml } from './html.ts'
import { markdownProblem } from './markdown-budget.ts'
import { touchesMask } from './masks.ts'
import { readHead, selectContent } from './page.ts'
import { loadParts, MissingPart, part } from './parts.ts'
import { placesIn } from './place.ts'
import type { Format, FrontField, FrontMatter, Markup, Post, PostInput, Problem, TextUnit } from './post.ts'
import { isInPostFolder } from './post-folder.ts'
import type { Range } from './range.ts'
import { mapToSource, type SourceMap } from './source-map.ts'
import { type Masked, maskTemplates, opaque } from './template.ts'
import { readUnits } from './text.ts'
import { type DraftUnit, singleUnit } from './unit.ts'

/** What is known of a post before its body is parsed. */
interface PostOutline {
  readonly input: PostInput
  readonly front: FrontMatter
  readonly body: Range
  /** The source with the templates of the body masked. */
  readonly masked: Masked
  readonly format: Format
  readonly formatReason: Texts
  readonly problems: readonly Problem[]
}

/** Parses a post, loading what only some posts need. */
export async function readPost(input: PostInput): Promise<Post> {
  for (;;) {
    try {
      return parsePost(input)
    } catch (error) {
      if (!(error instanceof MissingPart)) throw error
      await loadParts([error.part])
    }
  }
}

/** Parses a post at once. @throws if a parser that it needs has not been loaded (`loadParts`). */
export const parsePost = (input: PostInput): Post => parseOutlined(outlinePost(input))

/** Reads the front matter and decides what the body is. */
function outlinePost(input: PostInput): PostOutline {
  const { front, problems } = parseFrontMatter(input.source, input)
  const body = { start: front.range.end, end: input.source.length }
  const maskedHtml = lazy(() => maskTemplates(input.source, body, 'html', input.generator))
  const { format, reason } = decideFormat(input, body, () => maskedHtml().text)
  return {
    input,
    front,
    body,
    masked: format === 'markdown' ? maskTemplates(input.source, body, 'markdown', input.generator) : maskedHtml(),
    format,
    formatReason: reason,
    problems: [...(input.problems ?? []), ...(input.unread ? [] : problems)],
  }
}

/** Parses the body of an outlined post. */
function parseOutlined({ input, front, body, masked, format, formatReason, problems }: PostOutline): Post {
  const { source } = input
  const parsed = input.unread
    ? { tree: emptyTree(), problems: [], isTooMuch: true, text: source, markup: noMarkup }
    : parseBody(withoutFrontMatter(masked.text, front.range), body, format, input)
  const places = placesIn(parsed.text, body)
  const content = format === 'page' && !parsed.isTooMuch ? selectContent(parsed.tree, input.content) : parsed.tree
  const head = format === 'page' && front.format === 'none' ? readHead(parsed.tree, places.range) : undefined
  const allFront = head ? { ...front, ...head } : front
  const declared = input.language ?? allFront.lang?.value

  const bodyUnits = parsed.isTooMuch
    ? bareUnits(parsed.text, body)
    : readUnits(content, {
        text: parsed.text,
        masks: masked.masks,
        syntax: format === 'markdown' ? 'markdown' : 'html',
        valueRange: (node, name) => places.range(node, { value: name }),
        extent: (node) => places.range(node),
      })
  const { units, language } = speak([...frontUnits(allFront, source), ...bodyUnits], declared)

  // All posts have the same fields in the same order: rules ask for them all the time.
  return {
    path: input.path,
    sitePath: input.sitePath,
    source,
    generator: input.generator,
    site: input.site,
    siteLanguage: input.language,
    format,
    formatReason,
    body,
    tree: parsed.tree,
    content,
    textOnly: parsed.isTooMuch,
    front: allFront,
    units,
    language,
    masks: masked.masks,
    problems: [...problems, ...parsed.problems],
    markup: parsed.markup,
    isInPostFolder: isInPostFolder(input.sitePath, input.generator),
    range: places.range,
    place: places.place,
    isWritten: places.isWritten,
    isTemplate: (value) => (Array.isArray(value) ? value.join(' ') : String(value ?? '')).includes(opaque),
    isMasked: (range) => touchesMask(masked.masks, range),
  }
}

interface ParsedBody {
  readonly tree: Root
  readonly problems: readonly Problem[]
  readonly isTooMuch: boolean
  /** What was parsed: the masked source, as long as the source itself. */
  readonly text: string
  readonly markup: Markup
}

const noMarkup: Markup = { raw: [], made: [] }

function parseBody(text: string, body: Range, format: Format, { generator, sitePath }: PostInput): ParsedBody {
  if (format === 'markdown') {
    const problem = markdownProblem(text, body)
    if (problem) return { tree: emptyTree(), problems: [problem], isTooMuch: true, text, markup: noMarkup }
    const isKramdown = generator === 'jekyll' || (generator === 'any' && isInPostFolder(sitePath, 'jekyll'))
    const { tree, problems, isTooMuch, markup } = part('markdown').parseMarkdown(text, body, isKramdown)
    return { tree, problems, isTooMuch, text, markup }
  }
  const guarded = guardHtml(text, body)
  const { isTooMuch, problems } = guarded
  const tree = isTooMuch ? emptyTree() : parseHtml(guarded.text, format === 'page')
  return { tree, problems, isTooMuch, text: guarded.text, markup: isTooMuch ? noMarkup : { raw: [body], made: [] } }
}

const emptyTree = (): Root => ({ type: 'root', children: [] })

/** Front matter becomes white space of the same length: no offset after it moves. */
const withoutFrontMatter = (text: string, { start, end }: Range): string =>
  end > start
    ? text.slice(0, start) +
      text.slice(start, end).replace(/[^\r\n]+/g, ({ length }) => ' '.repeat(length)) +
      text.slice(end)
    : text

function frontUnits(front: FrontMatter, source: string): DraftUnit[] {
  const fields = [
    ...(front.title ? [{ kind: 'title' as const, field: front.title }] : []),
    ...(front.summary?.all ?? []).map((field) => ({ kind: 'summary' as const, field })),
  ]
  return fields
    .filter(({ field }) => field.value.trim() !== '')
    .map(({ kind, field }) =>
      singleUnit(field.value, field.valueRange, () => fieldMap(field, source), source, {
        kind,
        key: field.key,
        parents: [],
      }),
    )
}

function fieldMap({ entry, key, value, valueRange }: FrontField, source: string): SourceMap | undefined {
  if (!entry) return mapToSource(value, source, valueRange, key === 'title' ? 'html' : 'attribute')
  const map = scalarMap(entry, source)
  return { start: map, end: map }
}

/** A unit with fewer letters says too little about its own language. */
const fewLetters = 20

/** Decides the post's language from all its text, then each unit's. */
function speak(
  units: readonly DraftUnit[],
  declared: string | undefined,
): { language: string; units: readonly TextUnit[] } {
  const main = languageOf(addTallies(units.map(({ scripts }) => scripts)), {
    declared,
    sample: () =>
      units
        .map(({ text }) => text)
        .join('\n')
        .slice(0, 20_000),
  })
  const byLanguage = new Map<string, number>()
  for (const unit of units) {
    const count = letters(unit.scripts)
    if (unit.declared) unit.language = primarySubtag(unit.declared)
    else if (count < fewLetters || belongs(mainScript(unit.scripts), main)) unit.language = main
    else unit.language = languageOf(unit.scripts, { sample: () => unit.text })
    byLanguage.set(unit.language, (byLanguage.get(unit.language) ?? 0) + count)
  }
  return { language: isBilingual(byLanguage) ? 'mul' : main, units }
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
