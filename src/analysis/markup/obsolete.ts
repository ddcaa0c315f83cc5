import type { Element } from 'hast'
import { perText } from '../../memo.ts'

/** What HTML calls obsolete and non-conforming: elements, and attributes by the elements on which they are. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** `blink` and `marquee` are not among them: what moves and cannot be stopped does worse than being out of date. */
export const obsoleteElements = names(
  `acronym applet basefont bgsound big center dir font frame frameset isindex keygen listing menuitem
   multicol nextid nobr noembed noframes param plaintext rb rtc spacer strike tt xmp`,
)

/** An element of today that means the same. */
export const successors = new Map([
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
])

/** On any HTML element. */
const everywhere = names('bgcolor contextmenu datafld dataformatas datasrc dropzone onshow')

const blocks = 'caption col div embed h1 h2 h3 h4 h5 h6 hr iframe img input legend object p'
const rows = 'table tbody td tfoot th thead tr'
const cells = 'td th'

const byAttribute = new Map(
  Object.entries({
    abbr: 'td',
    accept: 'form',
    align: `${blocks} ${rows} colgroup`,
    alink: 'body',
    allowpaymentrequest: 'iframe',
    allowtransparency: 'iframe',
    archive: 'object',
    axis: cells,
    background: `body ${rows}`,
    border: 'img object table iframe',
    bordercolor: 'table tr td th',
    bottommargin: 'body',
    cellpadding: 'table',
    cellspacing: 'table',
    char: `col colgroup ${rows}`,
    charoff: `col colgroup ${rows}`,
    charset: 'a link script',
    classid: 'object',
    clear: 'br',
    code: 'object',
    codebase: 'object',
    codetype: 'object',
    color: 'hr',
    compact: 'dl menu ol ul',
    coords: 'a',
    declare: 'object',
    event: 'script',
    for: 'script',
    frame: 'table',
    frameborder: 'iframe',
    framespacing: 'iframe',

    height: 'table thead tbody tfoot tr td th',
    hreflang: 'area',
    hspace: 'embed iframe img input object',
    ismap: 'input',
    language: 'script',
    leftmargin: 'body',
    link: 'body',
    longdesc: 'iframe img',
    lowsrc: 'img',
    marginheight: 'body iframe',
    marginwidth: 'body iframe',
    methods: 'a link',
    name: 'a div embed h1 h2 h3 h4 h5 h6 img li option p section span table td',
    nohref: 'area',
    noshade: 'hr',
    nowrap: cells,
    profile: 'head',
    rev: 'a link',
    rightmargin: 'body',
    rules: 'table',
    scheme: 'meta',
    scope: 'td',
    scrolling: 'iframe',
    seamless: 'iframe',
    shape: 'a',
    size: 'hr',
    standby: 'object',
    summary: 'table',
    target: 'link',
    text: 'body',
    topmargin: 'body',
    type: 'area li ul menu',
    urn: 'a link',
    usemap: 'input',
    valign: `col colgroup ${rows}`,
    version: 'html',
    vlink: 'body',
    vspace: 'embed iframe img input object',
    width: 'col colgroup hr pre table td th',
  }).map(([attribute, elements]) => [attribute, names(elements)] as const),
)

/** Whether an attribute is obsolete on an element. */
const isObsolete = (attribute: string, element: string): boolean =>
  everywhere.has(attribute) || byAttribute.get(attribute)?.has(element) === true

/** An attribute as it is written, by its name in the tree. */
const written = perText((property) => (property === 'htmlFor' ? 'for' : property.toLowerCase()))

const none: readonly string[] = []

/** The attributes of an element that are obsolete on it, as they are written. */
export const obsoleteAttributesOf = ({ tagName, properties }: Element): readonly string[] => {
  let found: string[] | undefined
  for (const property in properties) {
    const name = written(property)
    if (!isObsolete(name, tagName)) continue
    found ??= []
    found.push(name)
  }
  return found ?? none
}
