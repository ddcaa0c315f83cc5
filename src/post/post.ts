import type { Element, Root, RootContent } from 'hast'
import type { Texts } from '../texts.ts'
import type { Range } from './range.ts'

/** The site generators whose conventions postlint knows; `any` is the union of all of them. */
export type Generator = 'jekyll' | 'hugo' | 'hexo' | 'astro' | 'eleventy' | 'any'

/** `html` is a fragment, `page` a whole built page, `markdown` is GFM with raw HTML in it. */
export type Format = 'html' | 'markdown' | 'page'

/** What the world outside knows about a file before it is parsed; everything a pure parser needs, and nothing else. */
export interface PostInput {
  /** Path as it is shown: relative to the working directory, with `/`. */
  readonly path: string
  /** Path relative to the site's root (or the working directory where no site is known), with `/`; folder conventions are read off it. */
  readonly sitePath: string
  /** The decoded text, without BOM. */
  readonly source: string
  readonly generator: Generator
  /** Forced format; absent means that it is decided from name and content. */
  readonly format?: 'html' | 'markdown'
  /** Language of the site, when the configuration names one. */
  readonly language?: string
  /** CSS-like selector (`tag`, `.class`, `#id`, `[attr=value]`) of the part of a full page that is the post. */
  readonly content?: string
  /** What the configuration says of the site. */
  readonly site?: { readonly url?: string }
  /** Front-matter keys that the site supplies by default (Jekyll's `defaults:`), as top-level names. */
  readonly inheritedKeys?: readonly string[]
  /** What reading the bytes has found. */
  readonly problems?: readonly Problem[]
  /** The file was cut or never read (too large): there is nothing to parse. */
  readonly unread?: boolean
}

/** A template, shortcode or kramdown construct of the source, hidden from the parsers by text of the same length. */
export interface Mask extends Range {
  /**
   * `value` prints something; `control` prints nothing (if, for, assign, raw tags, attribute lists);
   * `opaque` holds content that is not prose (highlight, codeblock, formulas); `comment` is dropped by the generator.
   */
  readonly kind: 'value' | 'control' | 'opaque' | 'comment'
}

export type UnitKind = 'paragraph' | 'heading' | 'item' | 'cell' | 'caption' | 'title' | 'summary' | 'alt'

/** A stretch of a unit's text that comes from one text node. */
export interface UnitRun {
  /** Offsets into `TextUnit.text`. */
  readonly start: number
  readonly end: number
  /** Inline elements around the stretch, outermost first, inside the unit's block (`a`, `b`, `q`, ...). */
  readonly inline: readonly Element[]
}

/** The text of one block joined across inline tags, with character references decoded. */
export interface TextUnit {
  readonly kind: UnitKind
  /**
   * The text. Code, formulas, images and the like are one U+FFFC each, template values runs of U+E000,
   * `<br>` is a line feed; white space is as in the source.
   */
  readonly text: string
  /** Primary language subtag (`ko`, `en`, ...), `und` if unknown. */
  readonly language: string
  /** The block and its ancestors inside the post, innermost first; empty for front matter. */
  readonly parents: readonly Element[]
  readonly runs: readonly UnitRun[]
  /** The front-matter key for `title` and `summary`, the attribute for `alt`. */
  readonly key?: string
  /** Whole extent in the source. */
  readonly extent: Range
  /**
   * The source range of `text.slice(start, end)`, verified: decoding it gives that text again.
   * Undefined where that cannot be proved; then nothing there may be edited.
   */
  range(start: number, end: number): Range | undefined
  /** Like `range`, but always answers: else where the words occur exactly once in the unit, else the unit's extent. Only to report. */
  place(start: number, end: number): Range
}

/** One entry of the front matter, at any depth. */
export interface FrontEntry {
  readonly key: string
  /** Keys from the top, joined with dots; list items by their index (`images.0`). */
  readonly path: string
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'null' | 'list' | 'map'
  /** The scalar as text (folded, unescaped); for lists and maps ''. */
  readonly text: string
  readonly keyRange: Range
  /** The value; for block scalars the text's own lines, without indicator, indentation of the first line and final line break. */
  readonly valueRange: Range
  /** Entries of a map, or items of a list (their key is the index). */
  readonly children: readonly FrontEntry[]
}

/** A field by meaning (title, summary, ...), whatever key the generator uses for it. */
export interface FrontField {
  readonly value: string
  readonly key: string
  readonly keyRange: Range
  readonly valueRange: Range
  /** The entry itself; absent when the field was read from a file name or from a page's head. */
  readonly entry?: FrontEntry
  /** Every key that carries this meaning, in order of precedence. */
  readonly all: readonly FrontField[]
}

export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'json' | 'none'
  /** The whole block with its fences; empty at 0 when there is none. */
  readonly range: Range
  /** The opening fence, or the first character of the source. */
  readonly open: Range
  /** Between the fences. */
  readonly inner: Range
  /** Whether it could not be read to its end; the entries read so far are there. */
  readonly broken: boolean
  readonly entries: readonly FrontEntry[]
  /** A top-level entry by its exact key. */
  get(key: string): FrontEntry | undefined
  /** Whether the site supplies the key by default. */
  inherits(key: string): boolean
  readonly title?: FrontField
  readonly summary?: FrontField
  readonly date?: FrontField
  readonly modified?: FrontField
  readonly image?: FrontField
  readonly tags?: FrontField
  readonly categories?: FrontField
  readonly lang?: FrontField
  readonly draft?: FrontField
  readonly author?: FrontField
}

/** Where HTML stands in a body, and what is around it. */
export interface Markup {
  /** Stretches that are read as HTML: the whole body, or the raw HTML of a Markdown body. In order. */
  readonly raw: readonly Range[]
  /** Blocks that Markdown syntax made, parents first; none where there is no raw HTML. */
  readonly made: readonly (Range & { readonly tagName: string })[]
}

/** Something that reading or parsing could not take as it is; rules turn problems into findings. */
export type Problem =
  | { readonly kind: 'budget'; readonly budget: Budget; readonly limit: number; readonly range: Range }
  | { readonly kind: 'tag-name'; readonly name: string; readonly range: Range }
  | {
      readonly kind: 'encoding'
      /** Likely or declared encoding by its usual name (`CP949`), '' when there is no guess. */
      readonly encoding: string
      readonly lossy: boolean
      readonly range: Range
    }
  | {
      readonly kind: 'front-matter'
      readonly code:
        | 'missing'
        | 'not-first'
        | 'unclosed'
        | 'syntax'
        | 'duplicate-key'
        | 'tab'
        | 'template'
        | 'not-a-map'
        | 'complex-key'
        | 'alias'
        | 'bom'
      /** What exactly: the parser's words, the key, the template. */
      readonly detail: string
      readonly range: Range
      /** The counterpart, such as the first of two equal keys. */
      readonly see?: Range
    }

export type Budget =
  | 'file-size'
  | 'markdown-size'
  | 'depth'
  | 'nodes'
  | 'containers'
  | 'brackets'
  | 'front-matter-size'
  | 'front-matter-depth'
  | 'findings'
  | 'time'
  | 'thread'

/** Which part of an element a range is asked for. */
export type Part = 'tag' | { readonly attribute: string } | { readonly value: string }

/** A parsed post: what every rule sees. */
export interface Post {
  readonly path: string
  readonly sitePath: string
  readonly source: string
  readonly generator: Generator
  /** What the configuration says of the site. */
  readonly site?: { readonly url?: string }
  readonly format: Format
  /** Why the format was chosen, one clause for people. */
  readonly formatReason: Texts
  /** The source without front matter. */
  readonly body: Range
  /** The whole tree; positions are offsets into `source`. */
  readonly tree: Root
  /** The part of the tree that is the post itself: all of a fragment, the article of a full page. */
  readonly content: Root | Element
  /** A budget tripped: the tree is empty and `units` hold the bare text. */
  readonly textOnly: boolean
  readonly front: FrontMatter
  /** The body in document order after title and summaries. */
  readonly units: readonly TextUnit[]
  /** The language that the configuration names for the site. */
  readonly siteLanguage?: string
  /** Primary language subtag of the post, `mul` for a bilingual post, `und` if unknown. */
  readonly language: string
  readonly masks: readonly Mask[]
  readonly problems: readonly Problem[]
  readonly markup: Markup
  /** Whether the file lies where the generator takes its posts from (`_posts/`, `content/posts/`, ...). */
  readonly isInPostFolder: boolean
  /**
   * The source range of a node, its opening tag (`'tag'`), an attribute (`{ attribute: 'rel' }`) or an attribute's
   * value without quotes (`{ value: 'rel' }`). Undefined for nodes and attributes that are not in the source as such.
   * For what Markdown syntax made, the value of `href`, `src`, `alt`, `title` is found in that syntax.
   */
  range(node: RootContent | Root, part?: Part): Range | undefined
  /** Like `range(node)`, for findings: where a node has no place of its own, that of the nearest ancestor that has one. */
  place(node: RootContent | Root, parents?: readonly (Root | Element)[]): Range
  /** Whether a node stands in the source as its own tag, so that edits may point into it. */
  isWritten(node: RootContent): boolean
  /** Whether an attribute's value is (partly) made by a template and so unknown. */
  isTemplate(value: unknown): boolean
  /** Whether a range touches a mask: such ranges are never edited. */
  isMasked(range: Range): boolean
}
