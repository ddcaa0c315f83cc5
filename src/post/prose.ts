import type { Element } from 'hast'
import { classesOf } from './elements.ts'

/** Elements whose content is not prose but a thing in it. */
const opaqueElements = new Set(
  `audio button canvas code embed iframe img input kbd math meter object pre progress samp select svg textarea tt var
   video`.split(/\s+/),
)

/** Elements that show nothing, or only help to read what stands beside them. */
const silentElements = new Set(
  'script style template head noscript link meta base title rt rp source track param'.split(' '),
)

/** Copies of posts elsewhere, which a script of their site replaces by the real ones. */
const embeds = new Set(['twitter-tweet', 'twitter-video', 'instagram-media', 'tiktok-embed', 'reddit-embed-bq'])

export const isSilent = (node: Element): boolean => silentElements.has(node.tagName)

/** Whether an element's text is not to be read as prose: code, formulas, media, embeds, what must not be translated. */
export const isOpaque = (node: Element): boolean =>
  opaqueElements.has(node.tagName) ||
  node.properties.translate === 'no' ||
  classesOf(node).some((name) => name === 'notranslate' || embeds.has(name))
