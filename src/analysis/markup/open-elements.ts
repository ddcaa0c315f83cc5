import { headings } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { isInPostFolder } from '../../post/post-folder.ts'
import type { Range } from '../../post/range.ts'
import {
  endBarriers,
  endsParagraph,
  excluded,
  flowOnly,
  headingLike,
  holders,
  impliedEnds,
  interactive,
  knownElements,
  optionalEnd,
  paragraphBarriers,
  phrasingOnly,
  tableContent,
  tableGuests,
  tableParts,
  transparent,
  voidElements,
} from './content-model.ts'
import { LookAhead } from './look-ahead.ts'
import type { Mistake, MistakeKind } from './nesting.ts'
import type { Tag, WrittenTags } from './tags.ts'

interface Entry {
  readonly name: string
  readonly tag: Range
  readonly isLink: boolean
  /** For blocks of Markdown: where they end. */
  readonly madeUntil?: number
  /** Mistakes inside, which are none when the element itself turns out to be unclosed. */
  readonly own: Mistake[]
  /** The element itself stands where it may not: what follows from that is no mistake of its own. */
  readonly isMisplaced: boolean
}

/** An element that ended before its end tag came, if it comes at all. */
interface Orphan {
  readonly entry: Entry
  readonly missing: number
  readonly isReported: boolean
  /** For paragraphs: what ended it. */
  readonly endedBy?: Tag | 'markdown'
}

/** Elements that are mistaken for one another. */
const alike = [
  new Set('a abbr b big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u'.split(' ')),
  new Set(['dl', 'menu', 'ol', 'ul']),
  new Set(['article', 'aside', 'center', 'div', 'figure', 'footer', 'header', 'main', 'nav', 'section']),
]
const skeleton = new Set(['html', 'head', 'body'])
const foreign = new Set(['svg', 'math'])
/** Follows the tags of a post, in order, and tells where they do not make the tree that they seem to make. */
export const followTags = (post: Post, written: WrittenTags): Mistake[] => new OpenElements(post, written).run()

/** Follows the tags as their writer meant them, and notes where the parser reads them otherwise. */
class OpenElements {
  readonly #post: Post
  readonly #written: WrittenTags
  readonly #tags: readonly Tag[]
  readonly #isKramdown: boolean
  readonly #stack: Entry[] = []
  readonly #orphans = new Map<string, Orphan[]>()
  readonly #mistakes: Mistake[] = []
  #made = 0
  readonly #ahead: LookAhead

  constructor(post: Post, written: WrittenTags) {
    this.#post = post
    this.#written = written
    this.#tags = written.tags
    this.#ahead = new LookAhead(written.tags)
    this.#isKramdown =
      post.format === 'markdown' &&
      (post.generator === 'jekyll' || (post.generator === 'any' && isInPostFolder(post.sitePath, 'jekyll')))
  }

  run(): Mistake[] {
    for (const [index, tag] of this.#tags.entries()) {
      this.#passMarkdown(tag.start)
      this.#checkText(tag)
      if (skeleton.has(tag.name)) continue
      if (tag.kind === 'open') this.#open(tag)
      else this.#close(tag, index)
    }
    this.#passMarkdown(Number.POSITIVE_INFINITY)
    for (const entry of this.#stack) this.#finish(entry, undefined)
    for (const orphans of this.#orphans.values()) {
      for (const { entry, missing, isReported, endedBy } of orphans) {
        if (!isReported && !endedBy) this.#finish(entry, missing)
      }
    }
    return this.#mistakes
  }

  /** @param missing Where the end tag should have been. */
  #finish(entry: Entry, missing: number | undefined): void {
    if (entry.madeUntil !== undefined || optionalEnd.has(entry.name)) this.#take(entry)
    else {
      const kind = knownElements.has(entry.name) ? 'unclosed' : 'unknown'
      this.#mistakes.push({ ...rangeOf(entry.tag), kind, name: entry.name, other: '', missing })
    }
  }

  /** Opens and closes the blocks of Markdown up to an offset. */
  #passMarkdown(offset: number): void {
    const { made } = this.#post.markup
    if (made.length === 0) return
    for (;;) {
      const next = made[this.#made]
      this.#endMade(Math.min(offset, next?.start ?? offset))
      if (!next || next.start > offset) return
      this.#made++
      if (next.end <= (this.#tags.at(-1)?.end ?? 0)) this.#checkMade(next, next.end <= offset)
      this.#stack.push({
        name: next.tagName,
        tag: next,
        isLink: false,
        madeUntil: next.end,
        own: [],
        isMisplaced: false,
      })
    }
  }

  #endMade(offset: number): void {
    for (;;) {
      const index = this.#stack.findLastIndex(({ madeUntil }) => madeUntil !== undefined && madeUntil <= offset)
      if (index < 0) return
      this.#popTo(index, this.#stack[index]!.madeUntil!)
    }
  }

  /**
   * A block of Markdown inside raw HTML.
   * @param isPure Whether there is no HTML in the block.
   */
  #checkMade(block: Range & { readonly tagName: string }, isPure: boolean): void {
    const top = this.#stack.at(-1)
    if (!top || top.madeUntil !== undefined || this.#isKramdown || this.#post.isMasked(block)) return
    if (isPure && tableContent.has(top.name)) this.#add('text', block, block.tagName, top)
    else if (top.name === 'p') this.#endParagraph(this.#stack.length - 1, undefined, block.start)
  }

  #checkText(tag: Tag): void {
    const top = this.#stack.at(-1)
    if (!top || top.madeUntil !== undefined || !tableContent.has(top.name)) return
    const text = this.#written.textBefore(tag)
    if (text) this.#add('text', text, '', top)
  }

  #add(kind: MistakeKind, range: Range, name: string, other?: Entry): void {
    const { start, end } = range
    this.#mistakes.push({
      start,
      end,
      kind,
      name,
      other: other?.name ?? '',
      ...(other && other.madeUntil === undefined && { see: rangeOf(other.tag) }),
    })
  }

  #open(tag: Tag): void {
    const { name } = tag
    const isVoid = voidElements.has(name)
    if (tag.isSelfClosed && !isVoid && !foreign.has(name)) {
      // Components of the site (`<Chart />`) are read by something else than a browser.
      if (!knownElements.has(name)) return
      this.#place(tag)
      if (this.#isKramdown && !tag.isEndless) return
      this.#add('selfClosed', tag, name)
      this.#orphan({ entry: this.#entryOf(tag), missing: tag.end, isReported: true })
      return
    }
    const isMisplaced = this.#place(tag)
    if (tag.isEndless) this.#add('unclosed', tag, name)
    else if (!isVoid) this.#stack.push(this.#entryOf(tag, isMisplaced))
  }

  #entryOf(tag: Tag, isMisplaced = false): Entry {
    const isLink = tag.name === 'a' && this.#written.attribute(tag, 'href') !== undefined
    return { name: tag.name, tag, isLink, own: [], isMisplaced }
  }

  /**
   * Ends what a start tag ends, and looks whether the element may stand there.
   * @returns true where it is a block among text.
   */
  #place(tag: Tag): boolean {
    const { name } = tag
    this.#endImplied(tag)
    const top = this.#stack.at(-1)
    const wanted = top?.madeUntil === undefined ? tableContent.get(top?.name ?? '') : undefined
    if (wanted && top) {
      if (wanted.has(name) || tableGuests.has(name)) return false
      if (name === 'td' || name === 'th') this.#mistakes.push({ ...rangeOf(tag), kind: 'outside', name, other: 'tr' })
      else if (!tableParts.has(name)) this.#add('fostered', tag, name, top)
      return false
    }
    if (tableParts.has(name)) {
      const isKnown = this.#stack.some((entry) => entry.name === 'table' || tableParts.has(entry.name))
      if (!isKnown) this.#mistakes.push({ ...rangeOf(tag), kind: 'outside', name, other: 'table' })
      return false
    }
    if (endsParagraph.has(name) && this.#breaksParagraph(tag)) return false
    this.#checkHolder(tag)
    this.#checkNested(tag)
    return this.#checkInside(tag)
  }

  #endImplied(tag: Tag): void {
    const implied = impliedEnds.get(tag.name)
    if (!implied) return
    let target = -1
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const entry = this.#stack[index]!
      if (implied.ends.has(entry.name)) target = index
      else if (implied.within.has(entry.name)) break
      else if (!tableParts.has(tag.name) && endBarriers.has(entry.name)) break
      if (entry.madeUntil !== undefined) {
        target = target === index ? -1 : target
        break
      }
    }
    if (target >= 0) this.#popTo(target, tag.start)
  }

  /** @returns whether that is reported. */
  #breaksParagraph(tag: Tag): boolean {
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const entry = this.#stack[index]!
      if (entry.name === 'p') return this.#endParagraph(index, tag, tag.start)
      if (paragraphBarriers.has(entry.name) || entry.madeUntil !== undefined) return false
    }
    return false
  }

  #endParagraph(index: number, by: Tag | undefined, at: number): boolean {
    const entry = this.#stack[index]!
    const isMade = entry.madeUntil !== undefined
    // A paragraph after a paragraph ends it as it should, unless the end tag comes later.
    const isReported = by !== undefined && (by.name !== 'p' || isMade)
    if (isReported) {
      this.#add('ended', by, by.name, entry)
      this.#stack.splice(index, 1)
    } else this.#popTo(index, at)
    if (!isMade) this.#orphan({ entry, missing: at, isReported, endedBy: by ?? 'markdown' })
    return isReported
  }

  #checkInside(tag: Tag): boolean {
    if (!flowOnly.has(tag.name)) return false
    const holder = this.#stack.findLast(({ name }) => !transparent.has(name))
    if (!holder || !phrasingOnly.has(holder.name)) return false
    const isTitle = holder.name === 'summary' || holder.name === 'legend'
    if (isTitle && headingLike.has(tag.name)) return false
    this.#within(holder, 'inside', tag)
    return true
  }

  #checkHolder(tag: Tag): void {
    const wanted = holders.get(tag.name)
    if (!wanted || this.#stack.some(({ name }) => wanted.has(name))) return
    const [other = ''] = wanted
    this.#mistakes.push({ ...rangeOf(tag), kind: 'outside', name: tag.name, other })
  }

  #checkNested(tag: Tag): void {
    const { name } = tag
    const outer = excluded.get(name)
    const isInteractive = interactive.has(name) && this.#isClickable(tag)
    if (!outer && !isInteractive) return
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const entry = this.#stack[index]!
      const isInClickable = entry.name === 'button' || (entry.name === 'a' && (name === 'a' || entry.isLink))
      if (outer?.has(entry.name) || (isInteractive && isInClickable)) {
        this.#within(entry, 'nested', tag)
        return
      }
      if (endBarriers.has(entry.name) || entry.madeUntil !== undefined) return
    }
  }

  #isClickable(tag: Tag): boolean {
    if (tag.name === 'input') return this.#written.attribute(tag, 'type')?.toLowerCase() !== 'hidden'
    if (tag.name === 'audio' || tag.name === 'video') return this.#written.attribute(tag, 'controls') !== undefined
    return true
  }

  /** Notes a mistake that is none if the element around turns out to be unclosed. */
  #within(holder: Entry, kind: MistakeKind, tag: Tag): void {
    const see = holder.madeUntil === undefined ? { see: rangeOf(holder.tag) } : {}
    holder.own.push({ ...rangeOf(tag), kind, name: tag.name, other: holder.name, ...see })
  }

  #close(tag: Tag, index: number): void {
    const { name } = tag
    if (voidElements.has(name)) {
      this.#add('stray', tag, name)
      return
    }
    const target = this.#openIndex(name)
    if (target < 0) {
      this.#closeNothing(tag, index)
      return
    }
    if (target === this.#stack.length - 1) {
      this.#popTo(target, tag.start)
      return
    }
    const above = this.#stack.slice(target + 1)
    if (above.some(({ madeUntil }) => madeUntil !== undefined)) {
      this.#take(this.#stack.splice(target, 1)[0]!)
      return
    }
    const unclosed = above.findLast((entry) => !optionalEnd.has(entry.name))
    if (unclosed && this.#ahead.isStray(index, name, this.#count(name), unclosed.name)) this.#add('stray', tag, name)
    else this.#popTo(target, tag.start)
  }

  /** Where the element that an end tag ends is on the stack. */
  #openIndex(name: string): number {
    const isTablePart = tableParts.has(name)
    for (let index = this.#stack.length - 1; index >= 0; index--) {
      const entry = this.#stack[index]!
      if (entry.madeUntil !== undefined) continue
      if (entry.name === name) return index
      if (isTablePart ? entry.name === 'table' : name !== 'table' && endBarriers.has(entry.name)) return -1
    }
    return -1
  }

  /** An end tag for which no element is open. */
  #closeNothing(tag: Tag, index: number): void {
    const { name } = tag
    const top = this.#stack.findLast((entry) => !optionalEnd.has(entry.name) || /^t[dh]$/.test(entry.name))
    if (top && top.madeUntil === undefined && this.#isMeant(top.name, name, index)) {
      this.#add('mismatched', tag, name, top)
      this.#popTo(this.#stack.lastIndexOf(top), tag.start)
      return
    }
    const orphan = this.#orphans.get(name)?.pop()
    if (orphan) this.#closeLate(orphan, tag)
    else this.#add('stray', tag, name)
  }

  /** The end tag of an element that has ended already. */
  #closeLate({ entry, endedBy, isReported }: Orphan, tag: Tag): void {
    if (isReported) return
    const { name } = entry
    this.#take(entry)
    if (endedBy === 'markdown') this.#mistakes.push({ ...rangeOf(entry.tag), kind: 'split', name, other: '' })
    else if (endedBy) {
      this.#mistakes.push({
        ...rangeOf(endedBy),
        kind: 'ended',
        name: endedBy.name,
        other: name,
        see: rangeOf(entry.tag),
      })
    } else this.#mistakes.push({ ...rangeOf(entry.tag), kind: 'crossed', name, other: '', see: rangeOf(tag) })
  }

  /** Whether an end tag of the wrong name was to end the open element, which has no other. */
  #isMeant(open: string, name: string, index: number): boolean {
    if (headings.has(open) && headings.has(name)) return true
    if (open === 'td' || open === 'th') return name === 'td' || name === 'th'
    if (!alike.some((group) => group.has(open) && group.has(name)) || this.#orphans.get(name)?.length) return false
    return this.#ahead.endsAfter(index, open) < this.#count(open)
  }

  #count(name: string): number {
    return this.#stack.reduce((sum, entry) => sum + (entry.name === name ? 1 : 0), 0)
  }

  #orphan(orphan: Orphan): void {
    const { name } = orphan.entry
    const others = this.#orphans.get(name)
    if (others) others.push(orphan)
    else this.#orphans.set(name, [orphan])
  }

  /** What is inside an element that has both its ends is a mistake. */
  #take({ own }: Entry): void {
    if (own.length > 0) this.#mistakes.push(...own)
  }

  /** Ends an element and all that is open in it. */
  #popTo(index: number, at: number): void {
    if (index === this.#stack.length - 1) {
      this.#take(this.#stack.pop()!)
      return
    }
    for (const [depth, entry] of this.#stack.splice(index).entries()) {
      const isOver = depth === 0 || entry.madeUntil !== undefined || optionalEnd.has(entry.name)
      if (isOver) this.#take(entry)
      if (depth > 0 && entry.isMisplaced) this.#orphan({ entry, missing: at, isReported: true })
      else if (!isOver) this.#orphan({ entry, missing: at, isReported: false })
    }
  }
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end })
