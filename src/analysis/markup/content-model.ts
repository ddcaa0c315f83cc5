/** What HTML lets stand inside what, as far as posts get it wrong. */

import { perText } from '../../memo.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

export const voidElements = names(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)

/** Elements whose end tag may be left out. */
export const optionalEnd = names(
  'body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr',
)

/** Elements whose start ends an open paragraph. */
export const endsParagraph = names(
  `address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4
   h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp`,
)

/** Blocks: they may not stand where only text and inline elements may. List items and table parts are another matter. */
export const flowOnly = names(
  `address article aside blockquote center details dialog dir div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 hr
   header hgroup hr listing main menu nav ol p pre search section table ul xmp`,
)

/** Elements that may hold only text and inline elements. */
export const phrasingOnly = names(
  `abbr acronym b bdi bdo big button cite code data dfn em font h1 h2 h3 h4 h5 h6 i kbd label legend mark meter nobr
   output p pre progress q rp rt ruby s samp small span strike strong sub summary sup time tt u var`,
)

/** Of the blocks, these may stand in a `summary` or `legend`. */
export const headingLike = names('h1 h2 h3 h4 h5 h6 hgroup')

/** What these may hold is up to what holds them. */
export const transparent = names('a audio canvas del ins map noscript object slot video')

/** An open paragraph outside of these is not ended by what starts inside. */
export const paragraphBarriers = names('applet button caption marquee object table td template th')

/** End tags do not reach out of these. */
export const endBarriers = names('caption object table td template th')

/** Which parts of a table may stand directly in which. */
export const tableContent: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['table', names('caption colgroup col thead tbody tfoot tr')],
  ['thead', names('tr')],
  ['tbody', names('tr')],
  ['tfoot', names('tr')],
  ['tr', names('td th')],
  ['colgroup', names('col')],
])
export const tableParts = names('caption col colgroup tbody td tfoot th thead tr')
/** What the parser leaves where it is in a table. */
export const tableGuests = names('form input script style template')

/** Where an element without its end tag is ended by another's start: by which starts, and what bounds the search. */
export interface ImpliedEnd {
  readonly ends: ReadonlySet<string>
  readonly within: ReadonlySet<string>
}
const rows = names('tr td th')
export const impliedEnds: ReadonlyMap<string, ImpliedEnd> = new Map<string, ImpliedEnd>([
  ['li', { ends: names('li'), within: names('ul ol menu dir') }],
  ...['dt', 'dd'].map((name) => [name, { ends: names('dt dd'), within: names('dl') }] as const),
  ['option', { ends: names('option'), within: names('select datalist optgroup') }],
  ['optgroup', { ends: names('option optgroup'), within: names('select') }],
  ...['rt', 'rp'].map((name) => [name, { ends: names('rt rp rb'), within: names('ruby rtc') }] as const),
  ...['rb', 'rtc'].map((name) => [name, { ends: names('rt rp rb rtc'), within: names('ruby') }] as const),
  ...['td', 'th'].map((name) => [name, { ends: names('td th'), within: names('tr table') }] as const),
  ['tr', { ends: new Set([...rows, 'caption', 'colgroup']), within: names('tbody thead tfoot table') }],
  ...['tbody', 'thead', 'tfoot'].map(
    (name) =>
      [
        name,
        { ends: new Set([...rows, 'tbody', 'thead', 'tfoot', 'caption', 'colgroup']), within: names('table') },
      ] as const,
  ),
  ['colgroup', { ends: names('caption'), within: names('table') }],
])

/** What a reader can click or fill in: it may not stand inside a link or a button. Media are only with `controls`. */
export const interactive = names('a audio button details embed iframe input label select textarea video')

/** Elements that mean something only inside others. */
export const holders: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['area', names('map template')],
  ['figcaption', names('figure')],
  ['legend', names('fieldset optgroup')],
  ['summary', names('details')],
  ['track', names('video audio')],
  ['option', names('select datalist optgroup')],
  ['optgroup', names('select')],
])

/** Elements that may not stand anywhere inside others. */
export const excluded: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['address', names('address')],
  ...'article aside nav section h1 h2 h3 h4 h5 h6 hgroup'
    .split(' ')
    .map((name) => [name, names('address dt')] as const),
  ['dfn', names('dfn')],
  ['footer', names('address dt footer header')],
  ['form', names('form')],
  ['header', names('address dt footer header')],
  ['label', names('label')],
  ['main', names('article aside footer header nav')],
  ['meter', names('meter')],
  ['progress', names('progress')],
])

/** What HTML has or had. */
export const knownElements = names(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
   button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
   fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
   input ins kbd keygen label legend li link listing main map mark marquee math menu meta meter nav nobr noembed
   noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp
   script search section select slot small source spacer span strike strong style sub summary sup svg table tbody td
   template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`,
)

/** What a whole page is made of: a post may do without its tags. */
const skeleton = names('html head body')

/** What all these say of the elements of one name. */
export interface ElementModel {
  readonly name: string
  readonly isSkeleton: boolean
  readonly isVoid: boolean
  readonly isInteractive: boolean
  readonly isFlowOnly: boolean
  readonly isTablePart: boolean
  readonly endsParagraph: boolean
  readonly implied: ImpliedEnd | undefined
  readonly parts: ReadonlySet<string> | undefined
  readonly holders: ReadonlySet<string> | undefined
  readonly excluded: ReadonlySet<string> | undefined
}

/** The same few names come again and again: looking all this up for every tag takes longer than following the tags. */
export const modelOf = perText((written): ElementModel => {
  const name = written.toLowerCase()
  return {
    name,
    isSkeleton: skeleton.has(name),
    isVoid: voidElements.has(name),
    isInteractive: interactive.has(name),
    isFlowOnly: flowOnly.has(name),
    isTablePart: tableParts.has(name),
    endsParagraph: endsParagraph.has(name),
    implied: impliedEnds.get(name),
    parts: tableContent.get(name),
    holders: holders.get(name),
    excluded: excluded.get(name),
  }
})
