import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import type { DefaultTreeAdapterMap } from 'parse5'
import { InsertionMode, Parser, type ParserOptions, Token, Tokenizer } from 'parse5'
import { VFile } from 'vfile'
import { ampersand, doubleQuote, isSpace, less, space } from './characters.ts'

type TreeMap = DefaultTreeAdapterMap

const options: ParserOptions<TreeMap> = { sourceCodeLocationInfo: true, scriptingEnabled: false }

/**
 * Parses guarded, masked HTML; every position is an offset into `text`. The tree is the one of rehype-parse, which
 * puts together the same two libraries but leaves no way to change how the parser goes about its work.
 */
export function parseHtml(text: string, isPage: boolean): Root {
  const parser: Parser<TreeMap> = isPage ? new HtmlParser(options) : HtmlParser.getFragmentParser(null, options)
  parser.tokenizer = new RunTokenizer(parser)
  parser.tokenizer.write(text, true)
  const tree = fromParse5(isPage ? parser.document : parser.getFragment(), { file: new VFile(text) })
  // What becomes of a document or fragment is always a root.
  return tree as Root
}

/** Keeps the place of an element in one object of one shape: parse5 spreads it anew at every step, into many shapes. */
class HtmlParser extends Parser<TreeMap> {
  override _attachElementToTree(
    element: TreeMap['element'],
    tag: Token.Location | null,
    where: Parameters<Parser<TreeMap>['_attachElementToTree']>[2],
  ): void {
    super._attachElementToTree(element, null, where)
    if (!tag) return
    const { startLine, startCol, startOffset, endLine, endCol, endOffset } = tag
    element.sourceCodeLocation = {
      startLine,
      startCol,
      startOffset,
      endLine,
      endCol,
      endOffset,
      startTag: tag,
      endTag: undefined,
    }
  }

  override _setEndLocation(element: TreeMap['element'], closing: Token.Token | null): void {
    const place = element.sourceCodeLocation
    const tag = closing?.location
    if (!place || !tag) return
    // An element may also end where another begins or ends.
    const isOwn = closing.type === Token.TokenType.END_TAG && closing.tagName === element.tagName
    if (isOwn) place.endTag = tag
    place.endLine = isOwn ? tag.endLine : tag.startLine
    place.endCol = isOwn ? tag.endCol : tag.startCol
    place.endOffset = isOwn ? tag.endOffset : tag.startOffset
  }
}

/** Where the parser puts white space where it puts words, and neither changes how it goes on. */
const takesAnyText: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_TEMPLATE,
])

/**
 * Reads what means nothing but itself in one go. parse5 asks for one character at a time, and makes a token for every
 * word and another for every space, each with a place of its own: most of what parsing prose costs.
 */
class RunTokenizer extends Tokenizer {
  readonly #parser: Parser<TreeMap>

  constructor(parser: Parser<TreeMap>) {
    super(parser.options, parser)
    this.#parser = parser
  }

  protected override _stateData(code: number): void {
    if (isSpace(code) && this.#isInWords()) this._extendRun(code)
    else super._stateData(code)
    if (code === space && !this.#isInWords()) this.#readOn(blanks)
    else if (isText(code) && this.#isInWords()) this.#readOn(texts)
  }

  protected override _stateAttributeValueDoubleQuoted(code: number): void {
    super._stateAttributeValueDoubleQuoted(code)
    if (isValue(code)) this.#readOn(values)
  }

  /** White space at the start of a text stays a token of its own: some elements drop a first line break. */
  #isInWords(): boolean {
    return (
      this.currentCharacterToken?.type === Token.TokenType.CHARACTER && takesAnyText.has(this.#parser.insertionMode)
    )
  }

  /** Goes on to the last of the characters that follow the current one and belong with it. */
  #readOn(belonging: Uint8Array): void {
    const { preprocessor } = this
    const { html } = preprocessor
    let at = preprocessor.pos + 1
    while (belonging[Math.min(html.charCodeAt(at), beyondAscii)] === 1) at++
    preprocessor.pos = at - 1
    this.runEnd = at
  }
}

// Never a line break: where it is read, lines are counted.
const isText = (code: number): boolean => code >= space && code !== ampersand && code !== less
const isValue = (code: number): boolean => code >= space && code !== ampersand && code !== doubleQuote

/** Stands for all characters that are not ASCII. */
const beyondAscii = 128
/** Which characters belong together: a table is asked in place, where one of several functions would be called. */
const tableOf = (belongs: (code: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: beyondAscii + 1 }, (_, code) => (belongs(code) ? 1 : 0))
const blanks = tableOf((code) => code === space)
const texts = tableOf(isText)
const values = tableOf(isValue)
