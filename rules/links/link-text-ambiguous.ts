import { isHidden } from '../../src/analysis/images/alternative.ts'
import { isImageLink, linkBefore, mergingEdits } from '../../src/analysis/links/adjacent-links.ts'
import { isLabel, listedName } from '../../src/analysis/links/link-name.ts'
import { isHandedOut, isOfTheme } from '../../src/analysis/links/links.ts'
import { addressOf, targetOf } from '../../src/analysis/links/url.ts'
import { accessibleName } from '../../src/analysis/markup/accessible-name.ts'
import { rule } from '../../src/engine/rule.ts'
import { genericTextsWith, plainLinkText } from '../../src/language/generic-link-texts.ts'
import { attributeOf, codeLike, elementsIn } from '../../src/post/elements.ts'
import type { Range } from '../../src/post/range.ts'

/** Texts that another rule reports. */
const isGeneric = genericTextsWith({})

/** Places where short texts recur on purpose: tables and menus name their rows and pages, code its terms. */
const recurring = new Set(['td', 'th', 'nav', 'header', 'footer', ...codeLike])

interface NamedLink {
  readonly target: string
  readonly place: Range
}

export default rule({
  summary: {
    en: 'Links with the same text lead to the same page, and each only once in a row.',
    ko: '같은 텍스트의 링크는 같은 곳으로 가고, 같은 링크를 잇달아 쓰지 않습니다.',
  },
  why: {
    en: 'In a screen reader’s list of links two of the same name cannot be told apart. An image and a text beside it with the same target are read, and reached by the Tab key, twice.',
    ko: '스크린 리더의 링크 목록에서는 이름이 같은 링크를 구별할 수 없습니다. 대상이 같은 이미지 링크와 텍스트 링크가 나란히 있으면 두 번 읽히고 Tab 키도 두 번 눌러야 합니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'axe-core: identical-links-same-purpose (WCAG 2.4.9)',
      url: 'https://dequeuniversity.com/rules/axe/4.10/identical-links-same-purpose',
    },
    {
      authority: 'accessibility',
      title: 'WCAG technique H2: combining adjacent image and text links',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H2',
    },
  ],
  presets: { strict: 'warn', seo: 'warn', accessibility: 'warn' },
  score: { category: 'accessibility', weight: 1 },
  group: 'same',
  messages: {
    same: {
      en: 'Another link called “{text}” leads elsewhere. Give each a text that tells them apart.',
      ko: '“{text:이라는/라는}” 링크가 또 있는데 다른 곳으로 갑니다. 구별되는 텍스트를 쓰세요.',
    },
    adjacent: {
      en: 'The link before this one leads to the same page. Put the image and the text into one link.',
      ko: '바로 앞 링크와 같은 곳으로 갑니다. 이미지와 텍스트를 링크 하나로 합치세요.',
    },
  },
  check({ post, report }) {
    const byName = new Map<string, NamedLink[]>()
    return {
      element: {
        a(node, parents) {
          const href = attributeOf(node, 'href')
          if (!href || post.isTemplate(href) || isHidden(node, parents)) return
          const { kind } = addressOf(href)
          if (kind !== 'web' && kind !== 'relative') return
          const place = post.place(node, parents)
          const target = targetOf(href)
          const before = linkBefore(node, parents)
          const isPair = before && isImageLink(before) !== isImageLink(node)
          if (isPair && attributeOf(before, 'href') === href) {
            const related = [{ ...post.place(before, parents), kind: 'see' as const }]
            const edits = mergingEdits(post, before, node)
            const title = { en: 'Make one link of both', ko: '링크 하나로 합치기' }
            report(place, 'adjacent', {}, { related, suggestions: edits.length > 0 ? [{ title, edits }] : [] })
            return
          }
          if (isImageLink(node)) return
          const { text, isOpen } = accessibleName(post, node)
          const name = listedName(text)
          const isTerm = [...parents, ...elementsIn(node)].some(
            (one) => one.type === 'element' && recurring.has(one.tagName),
          )
          if (
            isOpen ||
            isTerm ||
            isLabel(text) ||
            isHandedOut([node, ...parents]) ||
            isOfTheme([node, ...parents]) ||
            isGeneric(plainLinkText(text), 'und') ||
            !/\p{L}{2}/u.test(name)
          )
            return
          const known = byName.get(name)
          if (!known) byName.set(name, [{ target, place }])
          else known.push({ target, place })
        },
      },
      done() {
        for (const [name, [first, ...others]] of byName) {
          const related = first ? [{ ...first.place, kind: 'see' as const }] : []
          for (const { target, place } of others) {
            if (first && target !== first.target) report(place, 'same', { text: name }, { related })
          }
        }
      },
    }
  },
  examples: {
    good: [
      '<p><a href="/report-2023/">2023년 보고서</a>와 <a href="/report-2024/">2024년 보고서</a></p>\n',
      '<p><a href="https://a.info/x">Tides</a>, again <a href="http://www.a.info/x/?utm_source=mail#may">Tides</a></p>\n',
      '<p><a href="/m"><img src="m.png" alt="Map"></a> <a href="/n">Notes</a> [<a href="/1">1</a>] [<a href="/2">1</a>] <a href="/k/1">KS-7</a> <a href="/k/2">KS-7</a></p>\n',
      '<blockquote class="twitter-tweet"><a href="/s/1">May 1, 2024</a></blockquote>\n<blockquote class="twitter-tweet"><a href="/s/2">May 1, 2024</a></blockquote>\n',
      '<table><tr><td><a href="/a">見る</a></td></tr><tr><td><a href="/b">見る</a></td></tr></table>\n<p><a href="/c">more</a> <a href="/d">more</a></p>\n',
    ],
    bad: [
      {
        post: '<p><a href="/report-2023/">보고서</a>와 ⟦<a href="/report-2024/">보고서</a>⟧</p>\n',
        messages: ['same'],
      },
      { post: 'The [timetable](/may), and in June the ⟦[⛴ Timetable →](/june)⟧.\n' },
      {
        post: '<p><a href="/map"><img src="m.png" alt=""></a> ⟦<a href="/map">地図</a>⟧</p>\n',
        messages: ['adjacent'],
      },
    ],
  },
})
