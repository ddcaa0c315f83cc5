import type { Element, Root } from 'hast'
import { isElement, isVisible, textOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { isLabelled } from '../markup/accessible-name.ts'
import type { Cell, Table } from './table.ts'

type Parents = readonly (Root | Element)[]

/** `표 1. …`, `Table 2: …`, `表3　…`: a paragraph that titles a table. */
const tableTitle =
  /^[<[(【〈《]?\s*(?:표|table|tab\.|表格?|tabelle|tableau|tabla|tabela|tabella|таблица|bảng|tabel)\s?\d{1,3}(?:[-.]\d{1,2})?\s*(?:[.:：、|>\])】〉》-]|\s|$)/i

const longTitle = 120

/** A first row of one cell across all columns. */
export const spanningCell = ({ rows, width }: Table): Cell | undefined => {
  const [first, ...others] = rows
  const [cell, ...more] = first?.cells ?? []
  return cell && more.length === 0 && others.length > 0 && width > 1 && cell.columnSpan >= width ? cell : undefined
}

/** The nearest visible thing beside a table. */
export const beside = (table: Element, parents: Parents, step: 1 | -1): Element | undefined => {
  const siblings = parents.at(-1)?.children ?? []
  for (let at = siblings.indexOf(table) + step; at >= 0 && at < siblings.length; at += step) {
    const sibling = siblings[at]!
    if (isVisible(sibling)) return isElement(sibling) ? sibling : undefined
  }
  return undefined
}

export const isTitle = (node: Element | undefined): node is Element => {
  if (!node || !isElement(node, 'p', 'div', 'center')) return false
  const text = textOf(node).trim()
  return text.length <= longTitle && tableTitle.test(text)
}

/** Whether neither a label, a figure’s caption nor what stands before the table says what it is about. */
export const isUnexplained = (post: Post, table: Element, parents: Parents, before: Element | undefined): boolean =>
  !isLabelled(post, table) &&
  !parents.some((parent) => isElement(parent as Element, 'figure', 'details', 'li', 'dd', 'td')) &&
  isElement(before, 'hr', 'table', 'figure', 'img')
