import type { Comment, Element, Root, RootContent, Text } from 'hast'
import { perText } from '../memo.ts'
import { hasAttributes } from '../post/elements.ts'
import type { Call, Callee } from './protect.ts'
import type { Handlers, Parents } from './rule.ts'

/** What one rule wants of the walk. */
export interface Listener extends Callee {
  readonly handlers: Handlers
  /** Whether it also sees what surrounds the post on a full page. */
  readonly seesPage: boolean
}

interface Handle<Node> {
  readonly listener: Listener
  readonly handle: (node: Node, parents: Parents) => void
}

/** Who wants to see which node: made once per walk, so that the walk itself only looks up. */
interface Dispatch {
  readonly byTag: Map<string, Handle<Element>[]>
  readonly element: Handle<Element>[]
  readonly attributed: Handle<Element>[]
  readonly text: Handle<Text>[]
  readonly comment: Handle<Comment>[]
}

/** The tag names of a key of `Handlers.element`. */
const tagNames = perText((tags) => tags.split(',').map((tag) => tag.trim()))
const nobody: readonly Handle<Element>[] = []

const dispatchTo = (listeners: readonly Listener[]): Dispatch => {
  const dispatch: Dispatch = { byTag: new Map(), element: [], attributed: [], text: [], comment: [] }
  for (const listener of listeners) {
    const { element, attributed, text, comment } = listener.handlers
    if (attributed) dispatch.attributed.push({ listener, handle: attributed })
    if (text) dispatch.text.push({ listener, handle: text })
    if (comment) dispatch.comment.push({ listener, handle: comment })
    for (const tags in element) {
      const handle = { listener, handle: element[tags]! }
      for (const name of tagNames(tags)) {
        const list = name === '*' ? dispatch.element : dispatch.byTag.get(name)
        if (list) list.push(handle)
        else dispatch.byTag.set(name, [handle])
      }
    }
  }
  return dispatch
}

/**
 * Shows every node of a tree to those that want to see it, parents before children.
 * What lies outside `content` is shown only to listeners that see the whole page; `template` contents are not entered.
 * Recursion is safe: parsing has bounded the depth.
 */
export const walk = (tree: Root, content: Root | Element, listeners: readonly Listener[], call: Call): void => {
  const forPost = dispatchTo(listeners)
  const forPage = content === tree ? forPost : dispatchTo(listeners.filter((listener) => listener.seesPage))

  const visit = (node: RootContent, parents: Parents, outer: Dispatch): void => {
    const dispatch = node === content ? forPost : outer
    if (node.type === 'element') {
      for (const { listener, handle } of dispatch.byTag.get(node.tagName) ?? nobody)
        call(listener, handle, node, parents)
      for (const { listener, handle } of dispatch.element) call(listener, handle, node, parents)
      if (hasAttributes(node)) {
        for (const { listener, handle } of dispatch.attributed) call(listener, handle, node, parents)
      }
      if (node.children.length > 0) visitAll(node.children, [...parents, node], dispatch)
    } else if (node.type === 'text') {
      for (const { listener, handle } of dispatch.text) call(listener, handle, node, parents)
    } else if (node.type === 'comment') {
      for (const { listener, handle } of dispatch.comment) call(listener, handle, node, parents)
    }
  }

  const visitAll = (nodes: readonly RootContent[], parents: Parents, dispatch: Dispatch): void => {
    for (const node of nodes) visit(node, parents, dispatch)
  }

  visitAll(tree.children, [tree], forPage)
}
