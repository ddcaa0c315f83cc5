import type { Element } from 'hast'
import { linkTargetOf } from '../../src/analysis/links/link-target.ts'
import { addressOf, isHostOf } from '../../src/analysis/links/url.ts'
import { list } from '../../src/engine/options.ts'
import { type Parents, rule } from '../../src/engine/rule.ts'
import { attributeOf, isElement } from '../../src/post/elements.ts'

/** Hosts without certificates, and those that stand for others. */
const isPrivate = (host: string): boolean =>
  /^(?:localhost|\[.*|\d+(?:\.\d+){3}|[^.]*|.*\.(?:local|localhost|lan|internal|intranet|home|test|invalid|example|onion|i2p)|(?:.*\.)?example\.(?:com|org|net))$/.test(
    host,
  )

/** Where each element keeps the address of what it links to or loads; images have a rule of their own. */
const attributes = new Map([
  ['a', 'href'],
  ['area', 'href'],
  ['iframe', 'src'],
  ['frame', 'src'],
  ['embed', 'src'],
  ['audio', 'src'],
  ['video', 'src'],
  ['source', 'src'],
  ['track', 'src'],
  ['script', 'src'],
  ['object', 'data'],
])

const tags = [...attributes.keys()].join()

const isOfPicture = (node: Element, parents: Parents): boolean => {
  const parent = parents.at(-1)
  return node.tagName === 'source' && isElement(parent, 'picture')
}

/** Addresses in a listing are part of it, though an editor made links of them. */
const isListing = (parents: Parents): boolean => parents.some((parent) => isElement(parent, 'pre'))

export default rule({
  summary: { en: 'Links and embedded media use https.', ko: '링크와 삽입한 미디어는 https를 씁니다.' },
  why: {
    en: 'Pages read over http can be watched and changed on the way, browsers warn of them, and they do not load frames and scripts over http into a secure page at all.',
    ko: 'http로 여는 페이지는 중간에서 엿보거나 바꿀 수 있고, 브라우저가 경고를 띄웁니다. 보안 페이지 안의 http 프레임과 스크립트는 아예 열리지 않습니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'W3C: Mixed Content',
      url: 'https://www.w3.org/TR/mixed-content/',
    },
    {
      authority: 'convention',
      title: 'html-proofer: enforce_https',
      url: 'https://github.com/gjtorikian/html-proofer',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn', seo: 'warn' },
  score: { category: 'links', weight: 3 },
  fixable: 'safe',
  group: 'all',
  options: {
    ignoreHosts: list(['localhost'], {
      en: 'Hosts that have no https; their subdomains count too',
      ko: 'https가 없는 호스트. 하위 도메인도 포함함',
    }),
  },
  messages: {
    http: {
      en: 'What is read over http can be watched and changed on the way (places: {places}). Use https where the site has it.',
      ko: 'http 주소가 {places}곳 있습니다. 중간에서 엿보거나 바꿀 수 있으니, 사이트가 지원하면 https를 쓰세요.',
    },
    relative: {
      en: 'Without a scheme an address leads nowhere from a file or a mail (places: {places}). Write https://.',
      ko: '스킴이 없는 주소가 {places}곳 있습니다. 파일이나 메일에서는 열리지 않습니다. https://를 쓰세요.',
    },
  },
  check({ post, options, report }) {
    const ignored = options.ignoreHosts.map((host) => host.toLowerCase())
    const isIgnored = (host: string): boolean => isPrivate(host) || isHostOf(host, ignored)
    return {
      element: {
        [tags](node, parents) {
          const name = attributes.get(node.tagName)!
          const text = (attributeOf(node, name) ?? '').trim()
          const isRelative = text.startsWith('//')
          if (!isRelative && !/^http:\/\//i.test(text)) return
          const target = linkTargetOf(post, node, name)
          if (!target || isListing(parents) || isOfPicture(node, parents)) return
          const host = addressOf(text).url?.hostname
          if (!host || isIgnored(host)) return
          const { value, place } = target
          if (isRelative) {
            const start = (value?.start ?? 0) + target.href.indexOf('//')
            const edits = value ? [{ start, end: start, text: 'https:' }] : []
            report(place, 'relative', {}, { fix: { safe: true, edits } })
            return
          }
          const start = (value?.start ?? 0) + target.href.search(/http/i)
          const edits = value ? [{ start, end: start + 'http'.length, text: 'https' }] : []
          const isWritten = value !== undefined && post.source.slice(start, start + 4).toLowerCase() === 'http'
          const suggestions = isWritten ? [{ title: { en: 'Use https', ko: 'https로 바꾸기' }, edits }] : []
          report(place, 'http', {}, { suggestions })
        },
      },
    }
  },
  examples: {
    good: [
      '<p><a href="https://www.korea.kr/">정책</a> <a href="/map">약도</a> <a href="{{ page.link }}">案内</a></p>\n',
      '<p><a href="http://localhost:4000">local</a> <a href="http://192.168.0.1/">router</a> <a href="http://blog.example/">blog</a></p>\n',
      '<pre>GET <a href="http://api.info/v1">http://api.info/v1</a></pre>\n',
      '<p><img src="http://old.info/a.png" alt="Images have a rule of their own"></p>\n',
      { post: '<p><a href="http://www.old-press.jp/">旧社</a></p>\n', options: { ignoreHosts: ['old-press.jp'] } },
    ],
    bad: [
      {
        post: '<p><a ⟦href="http://www.korea.kr/"⟧>정책</a>과 <a ⟦href="http://a.info"⟧>A</a></p>\n<iframe ⟦src="http://b.info/v"⟧ title="v"></iframe>\n',
        fixed:
          '<p><a href="http://www.korea.kr/">정책</a>과 <a href="http://a.info">A</a></p>\n<iframe src="http://b.info/v" title="v"></iframe>\n',
        messages: ['http'],
      },
      {
        post: 'See [the tides](⟦//tides.info/now⟧), [the map][m] and [the map again][m].\n\n[m]: ⟦http://maps.info/harbour⟧\n',
        fixed:
          'See [the tides](https://tides.info/now), [the map][m] and [the map again][m].\n\n[m]: http://maps.info/harbour\n',
        messages: ['relative', 'http'],
      },
      { post: '詳細は <⟦http://www.jreast.co.jp/multi/⟧> にあります。\n', messages: ['http'] },
    ],
  },
})
