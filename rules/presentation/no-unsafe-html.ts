import type { Element } from 'hast'
import { attributeExtent, isEditable, tagsOf } from '../../src/analysis/blocks/extent.ts'
import { embedHosts, foreignHostFinder, hostMatcher } from '../../src/analysis/images/embeds.ts'
import { addressOf } from '../../src/analysis/links/url.ts'
import {
  handlersOf,
  isDataType,
  mayBeThemes,
  offersBookmarklet,
  runningAddresses,
} from '../../src/analysis/markup/scripting.ts'
import { list } from '../../src/engine/options.ts'
import { type Parents, rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf, isInCode } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

const hostOf = (address: string): string | undefined => addressOf(address).url?.hostname.toLowerCase()

const removing = (post: Post, node: Element, range: Range | undefined): SuggestedChange[] => {
  if (!range || !isEditable(post, node)) return []
  const edits = [{ start: range.start, end: range.end, text: '' }]
  return [{ title: { en: 'Remove it', ko: '제거' }, edits }]
}

export default rule({
  summary: {
    en: 'No scripts, forms and foreign frames in a post.',
    ko: '글에 스크립트, 폼, 외부 프레임을 넣지 않습니다.',
  },
  why: {
    en: 'What runs inside a post runs with all rights of the site: it can read what visitors type and change the page. Feeds and reading modes drop it, so that a part of the post is missing there.',
    ko: '글 안에서 실행되는 코드는 사이트와 같은 권한을 가져, 방문자의 입력을 읽고 페이지를 바꿀 수 있습니다. 피드와 읽기 모드에서는 빠져 글의 일부가 사라집니다.',
  },
  source: [
    {
      authority: 'standard',
      title: 'HTML: event handler content attributes',
      url: 'https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-content-attributes',
    },
    { authority: 'editorial', title: 'Posts hold content; behaviour belongs to the theme' },
  ],
  presets: { recommended: 'warn', strict: 'error', seo: 'warn' },
  score: { category: 'structure', weight: 7 },
  group: 'all',
  options: {
    allowHosts: list(embedHosts, {
      en: 'Hosts of frames and scripts that posts may embed, subdomains included',
      ko: '글에 넣어도 되는 프레임과 스크립트의 호스트(하위 도메인 포함)',
    }),
    allowScripts: list(['application/ld+json'], {
      en: 'Types of inline scripts that posts may hold',
      ko: '글에 둘 수 있는 인라인 스크립트의 type',
    }),
  },
  messages: {
    element: {
      en: '<{name}> in a post acts on the whole page. Move it to the theme.',
      ko: '글에 있는 <{name}>은 페이지 전체에 영향을 줍니다. 테마로 옮기세요.',
    },
    handler: {
      en: '{name} runs script in the page. Remove it.',
      ko: '{name} 속성이 페이지에서 스크립트를 실행합니다. 제거하세요.',
    },
    address: {
      en: 'This address runs script when it is followed. Link to a page instead.',
      ko: '누르면 스크립트가 실행되는 주소입니다. 페이지 주소로 바꾸세요.',
    },
    frame: {
      en: '{host} is not among the hosts that posts may embed. Link to it, or allow the host.',
      ko: '{host}: 허용된 임베드 호스트가 아닙니다. 링크로 바꾸거나 호스트를 허용하세요.',
    },
  },
  check({ post, options, report }) {
    const isAllowed = hostMatcher(options.allowHosts)
    const foreignHost = foreignHostFinder(post, isAllowed)
    const types = new Set(options.allowScripts.map((type) => type.toLowerCase()))

    const isThemes = mayBeThemes(post)
    const inspectElement = (node: Element, parents: Parents): void => {
      const range = post.range(node, 'tag')
      if (!range || !post.isWritten(node) || isInCode(parents)) return
      const { tagName: name } = node
      const tags = tagsOf(post, node)
      const suggestions = removing(post, node, tags && { start: tags.open.start, end: tags.close.end })
      if (name === 'iframe' || name === 'embed' || name === 'object') {
        const host = foreignHost(node)
        // A frame has no rights over the page around it; what plugins do nobody knows.
        if (host) report(range, 'frame', { host }, { severity: name === 'iframe' ? 'info' : 'warn', suggestions })
        return
      }
      if (isThemes) return
      if (name === 'script') {
        const source = attributeOf(node, 'src')
        const type = (attributeOf(node, 'type') ?? '').toLowerCase()
        const isData = source === undefined && (types.has(type) || isDataType(type))
        if (isData || (source && (post.isTemplate(source) || isAllowed(hostOf(source) ?? '')))) return
      }
      report(range, 'element', { name }, { suggestions })
    }
    const inspectAttributes = (node: Element, parents: Parents): void => {
      const handlers = handlersOf(node)
      if (handlers.length === 0 || isThemes || !post.isWritten(node) || isInCode(parents)) return
      for (const name of handlers) {
        const range = post.range(node, { attribute: name })
        const suggestions = removing(post, node, attributeExtent(post, node, name))
        if (range) report(range, 'handler', { name }, { suggestions })
      }
    }
    const inspectAddresses = (node: Element, parents: Parents): void => {
      const addresses = runningAddresses(node)
      if (addresses.length === 0 || offersBookmarklet(post)) return
      for (const name of addresses) {
        report(post.range(node, { attribute: name }) ?? post.place(node, parents), 'address', {})
      }
    }
    return {
      element: {
        'script,base,form,iframe,embed,object': inspectElement,
      },
      attributed(node, parents) {
        inspectAttributes(node, parents)
        inspectAddresses(node, parents)
      },
    }
  },
  examples: {
    good: [
      '<p>영상입니다.</p>\n<iframe src="https://www.youtube.com/embed/abc" title="발표"></iframe>\n<script src="https://gist.github.com/ada/1.js"></script>\n',
      '<script type="application/ld+json">{"@type":"Article"}</script>\n<iframe src="/demo/1.html" title="デモ"></iframe>\n<p><a href="javascript:void(0)">閉じる</a></p>\n',
      'Never write `<script>` or `onclick`.\n\n<iframe src="{{ page.map }}" title="地图"></iframe>\n\n<iframe src="https://demo.example.org/" sandbox="allow-scripts" title="演示"></iframe>\n',
      {
        post: '<script type="text/x-notes">a</script>\n<iframe src="https://play.example.org/1" title="Demo"></iframe>\n',
        options: { allowHosts: ['example.org'], allowScripts: ['text/x-notes'] },
      },
    ],
    bad: [
      {
        post: '<p>통계</p>\n⟦<script>⟧count()</script>\n<p><img src="a.png" alt="항구" ⟦onerror="steal()"⟧></p>\n⟦<form action="/find">⟧<input name="q"></form>\n',
        messages: ['element', 'handler'],
      },
      {
        post: 'Press [here](/x).\n\n<a ⟦href="javascript:alert(1)"⟧>押す</a>\n\n⟦<iframe src="https://ads.example.net/x" title="广告">⟧</iframe>\n',
        messages: ['address', 'frame'],
      },
    ],
  },
})
