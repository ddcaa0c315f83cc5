import type { Comment, Element, Root, RootContent, Text } from 'hast'
import type { Handlers, Parents } from './rule.ts'

/** What one rule wants of the walk. */
export interface Listener {
  readonly handlers: Handlers
  /** Whether it also sees what surrounds the post on a full page. */
  readonly seesPage: boolean
}

type Handle<Node> = (node: Node, parents: Parents) => void

/** Who wants to see which node: made once per walk, so that the walk itself only looks up. */
interface Dispatch {
  readonly byTag: Map<string, Handle<Element>[]>
  readonly element: Handle<Element>[]
  readonly text: Handle<Text>[]
  readonly comment: Handle<Comment>[]
}

const dispatchTo = (listeners: readonly Listener[]): Dispatch => {
  const dispatch: Dispatch = { byTag: new Map(), element: [], text: [], comment: [] }
  for (const { handlers } of listeners) {
    if (handlers.text) dispatch.text.push(handlers.text)
    if (handlers.comment) dispatch.comment.push(handlers.comment)
    for (const [tags, handle] of Object.entries(handlers.element ?? {})) {
      for (const tag of tags.split(',')) {
        const name = tag.trim()
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
export const walk = (tree: Root, content: Root | Element, listeners: readonly Listener[]): void => {
  const forPost = dispatchTo(listeners)
  const forPage = content === tree ? forPost : dispatchTo(listeners.filter((listener) => listener.seesPage))

  const visit = (node: RootContent, parents: Parents, outer: Dispatch): void => {
    const dispatch = node === content ? forPost : outer
    if (node.type === 'element') {
      for (const handle of dispatch.byTag.get(node.tagName) ?? []) handle(node, parents)
      for (const handle of dispatch.element) handle(node, parents)
      if (node.children.length > 0) visitAll(node.children, [...parents, node], dispatch)
    } else if (node.type === 'text') {
      for (const handle of dispatch.text) handle(node, parents)
    } else if (node.type === 'comment') {
      for (const handle of dispatch.comment) handle(node, parents)
    }
  }

  const visitAll = (nodes: readonly RootContent[], parents: Parents, dispatch: Dispatch): void => {
    for (const node of nodes) visit(node, parents, dispatch)
  }

  visitAll(tree.children, [tree], forPage)
}
