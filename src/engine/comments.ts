import type { Comment, Element } from 'hast'
import type { Post } from '../post/post.ts'
import type { Range } from '../post/range.ts'
import { rangeIndex } from './offsets.ts'
import { plainCall } from './protect.ts'
import type { Parents } from './rule.ts'
import { walk } from './walk.ts'

/** The comments of a post outside code, and the code itself, where a template's comment is none. */
interface Comments {
  readonly comments: Range[]
  readonly code: Range[]
}

const codeTags = ['code', 'pre', 'kbd', 'samp', 'textarea', 'xmp', 'listing']

/** In code a comment is only an example of one. */
const isInCode = (parents: Parents): boolean =>
  parents.some((parent) => parent.type === 'element' && codeTags.includes(parent.tagName))

/** The comments of a post that has a tree. */
export const treeComments = (post: Post): Comments => {
  const comments: Range[] = []
  const code: Range[] = []
  const handlers = {
    comment(node: Comment, parents: Parents) {
      const range = isInCode(parents) ? undefined : post.range(node)
      if (range) comments.push(range)
    },
    element: {
      [codeTags.join(',')](node: Element) {
        const range = post.range(node)
        if (range) code.push(range)
      },
    },
  }
  walk(post.tree, post.content, [{ name: 'comments', hasCrashed: false, handlers, seesPage: true }], plainCall)
  return { comments, code }
}

/** The comments of a post that has no tree to be walked. */
export const rawComments = ({ source, format }: Post): Comments => {
  const fences = format === 'markdown' ? rawFences(source) : []
  const code = [...fences, ...rawElements(source, rangeIndex(fences))]
  const isCode = rangeIndex(code)
  return { comments: commentsIn(source).filter(({ start }) => !isCode(start)), code }
}

const rawFences = (source: string): Range[] => {
  const fences: Range[] = []
  let open: { readonly start: number; readonly mark: string } | undefined
  for (const { 1: mark = '', 2: info = '', index } of source.matchAll(/^ {0,3}(`{3,}|~{3,})([^\r\n]*)/gm)) {
    if (!open) open = { start: index, mark }
    else if (mark.startsWith(open.mark) && info.trim() === '') {
      fences.push({ start: open.start, end: index })
      open = undefined
    }
  }
  if (open) fences.push({ start: open.start, end: source.length })
  return fences
}

const commentAt = (source: string, start: number): Range => {
  const close = source.indexOf('-->', start + 4)
  return { start, end: close < 0 ? source.length : close + 3 }
}

const commentsIn = (source: string): Range[] => {
  const comments: Range[] = []
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', comments.at(-1)!.end)) {
    comments.push(commentAt(source, start))
  }
  return comments
}

/** Elements of code with both their tags: without a tree nobody knows where one without its end tag ends. */
const rawElements = (source: string, isFenced: (offset: number) => boolean): Range[] => {
  const found: Range[] = []
  const open = new Map<string, number>()
  const tag = new RegExp(`<(?:!--|(/?)(${codeTags.join('|')})(?=[\\s/>]))`, 'gi')
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    const { 1: slash, 2: name, index } = match
    if (name === undefined) {
      if (open.size === 0) tag.lastIndex = commentAt(source, index).end
      continue
    }
    if (isFenced(index)) continue
    const key = name.toLowerCase()
    const start = open.get(key)
    if (slash === '') open.set(key, start ?? index)
    else if (start !== undefined) {
      found.push({ start, end: index })
      open.delete(key)
    }
  }
  return found
}
