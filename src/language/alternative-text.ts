import { isImageLabel } from './image-labels.ts'

const extension = /^\S+(?: \S+){0,3}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|ico)$/
/** What cameras, phones, messengers and screenshot tools call their files. */
const deviceName =
  /^(?:img|dsc[nf]?|dscf|pxl|mvimg|wp|gopr|sam|kakaotalk|image|photo|screenshot|screen shot|스크린샷|화면 캡처|unnamed|download|untitled|截屏|スクリーンショット)(?:[-_ ]?\(?\d{2,}|[-_ ]\d{4}[-_.]\d)[-_ .:()\da-z가-힣]*$/
const digest = /^(?:[\da-f]{16,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/
const address = /^(?:https?:)?\/\/\S+$|^www\.\S+$/

/** Whether a file's name, in lower case and without extension, is one that a machine gave it. */
export const isMachineName = (name: string): boolean => deviceName.test(name) || (digest.test(name) && /\d/.test(name))

/** Whether an alternative, in lower case, is a file's name or a URL. `file` is the image's own name. */
export const isFileName = (text: string, file: () => string): boolean =>
  extension.test(text) ||
  isMachineName(text) ||
  address.test(text) ||
  // A slug that is the file's name; `docker` or `e-mail` may be both.
  (!text.includes(' ') && /_|-[^-]+-/.test(text) && text === file())

/** Whether a text is digits and marks only: a page number, a date. Marks alone may be a smiley. */
export const isNumber = (text: string): boolean => /^[\d\s.,:;/_()~\-–—]+$/.test(text) && /\d/.test(text)

/** Whether a text is many short items without a sentence around them. */
export const isKeywordList = (text: string, maxCommas: number): boolean => {
  const items = text.split(/[,，、]\s?/)
  if (items.length - 1 <= maxCommas || /[.!?。]$/.test(text)) return false
  return items.every(
    (item) => item.length <= 24 && item.split(' ').length <= 3 && !/^(?:and|or|및|그리고|以及|和) /.test(item),
  )
}

/** `지도 1`, `지도 (2)`, `map-3`: what stands before a running number. */
export const seriesOf = (text: string): { readonly stem: string; readonly count: number } | undefined => {
  const found = /^(.*?\D)[\s_-]?\(?(\d{1,2})\)?$/.exec(text)
  const stem = found?.[1]?.replace(/[\s_(-]+$/, '') ?? ''
  return stem === '' ? undefined : { stem, count: Number(found?.[2]) }
}

/** Whether a text is a word for pictures beside a name that nothing else in the post knows, such as the site's own. */
export const isForeignLabel = (text: string, isKnown: (word: string) => boolean, minOverlap: number): boolean => {
  // Six pieces, of which the first may be empty, are too many already.
  const tokens = text.split(/[\s/|·:_-]+/, 6).filter((token) => token !== '')
  if (tokens.length < 2 || tokens.length > 3) return false
  const names = tokens.filter((token) => !isImageLabel(token))
  return names.length > 0 && names.length < tokens.length && names.filter(isKnown).length < minOverlap
}
