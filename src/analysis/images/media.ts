import type { Element, Root } from 'hast'
import { attributeOf, elementsIn, isBlank, isElement, isVisible } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { addressOf, withoutWww } from '../links/url.ts'
import { isLabelled } from '../markup/accessible-name.ts'
import { declarationsOf } from '../style/inline-style.ts'
import { isDecoration, isHidden } from './alternative.ts'

type Parents = readonly (Root | Element)[]

const has = (node: Element, property: string): boolean => attributeOf(node, property) !== undefined

/** Frames that nobody is meant to see: tag managers, tracking. */
const isTiny = (post: Post, node: Element): boolean => {
  const sizes = ['width', 'height'].map((name) => {
    const own = declarationsOf(post, node).find(({ property }) => property === name)?.value
    return Number.parseFloat(own ?? attributeOf(node, name) ?? '')
  })
  return sizes.every((size) => size <= 1)
}

/** Whether an object shows a picture, a film or a sound, by its type or else by the name of its file. */
const showsMedium = (node: Element): boolean => {
  const type = attributeOf(node, 'type')
  if (type) return /^(?:image|audio|video)\//i.test(type)
  const path = (attributeOf(node, 'data') ?? '').replace(/[?#].*$/s, '')
  return /\.(?:avif|gif|jpe?g|png|svg|webp|aac|flac|mp3|oga|ogg|opus|wav|m4[av]|mov|mp4|ogv|webm)$/i.test(path)
}

/** Whether a reader of a frame or an embedded thing lacks its name: hidden ones, and ones out of reach, need none. */
export const lacksName = (post: Post, node: Element, parents: Parents): boolean => {
  if (!isBlank(attributeOf(node, 'title') ?? '') || isLabelled(post, node)) return false
  if (isHidden(node, parents) || isTiny(post, node)) return false
  if (node.tagName === 'object') {
    // Without data an object is only a box around what it falls back on; a shown picture hides that from everybody.
    if (!has(node, 'data') || isDecoration(node)) return false
    return showsMedium(node) || !node.children.some(isVisible)
  }
  if (node.tagName === 'embed') return !isDecoration(node)
  return !(Number(attributeOf(node, 'tabIndex') ?? 0) < 0)
}

/** The addresses of a medium: its own, and those of the sources in it. */
const sourcesOf = (node: Element): readonly string[] =>
  [node, ...node.children.filter((child) => isElement(child, 'source'))].flatMap((holder) => {
    const source = attributeOf(holder as Element, 'src')
    return source ? [source] : []
  })

/** `#t=5,8`: three seconds or less may play by themselves. */
const isShort = (url: string): boolean => {
  const [, from = '0', to] = /#t=(?:npt:)?([\d.]*),([\d.]+)$/.exec(url) ?? []
  return to !== undefined && Number(to) - Number(from || '0') <= 3
}

/** Whether a medium plays sound by itself and gives no means to stop it. */
export const playsByItself = (node: Element, parents: Parents): boolean => {
  if (!has(node, 'autoPlay') || has(node, 'muted') || has(node, 'controls')) return false
  const sources = sourcesOf(node)
  if (sources.length > 0 && sources.every(isShort) && !has(node, 'loop')) return false
  return !isHidden(node, parents) || node.tagName === 'audio'
}

/** Whether a film may have speech that nobody wrote down: it has controls and sound, and no captions. */
export const lacksCaptions = (node: Element, parents: Parents): boolean => {
  if (!has(node, 'controls') || has(node, 'muted') || has(node, 'loop') || isHidden(node, parents)) return false
  for (const child of elementsIn(node)) {
    const kind = attributeOf(child, 'kind')?.toLowerCase() ?? 'subtitles'
    if (child.tagName === 'track' && (kind === 'captions' || kind === 'subtitles')) return false
  }
  return true
}

/** Well-known players, with what their frames show. */
const players: ReadonlyMap<string, string> = new Map([
  ['youtube.com', 'YouTube video player'],
  ['youtube-nocookie.com', 'YouTube video player'],
  ['player.vimeo.com', 'Vimeo video player'],
  ['codepen.io', 'CodePen'],
  ['codesandbox.io', 'CodeSandbox'],
  ['open.spotify.com', 'Spotify player'],
  ['w.soundcloud.com', 'SoundCloud player'],
  ['speakerdeck.com', 'Speaker Deck slides'],
  ['slideshare.net', 'SlideShare slides'],
  ['tv.naver.com', 'Naver TV'],
  ['tv.kakao.com', 'Kakao TV'],
  ['play-tv.kakao.com', 'Kakao TV'],
  ['player.bilibili.com', 'bilibili'],
])

/** A name for the frame of a well-known player. */
export const playerName = (node: Element): string | undefined =>
  players.get(withoutWww(addressOf(attributeOf(node, 'src') ?? '').url?.hostname ?? ''))
