import type { Element } from 'hast'
import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { isDecoration, isHidden } from '../../src/analysis/images/alternative.ts'
import { isPixel, isSmall } from '../../src/analysis/images/image-block.ts'
import { plain, twinOf } from '../../src/analysis/images/image-twin.ts'
import { shownAlternative } from '../../src/analysis/images/picture.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { isImageLabel } from '../../src/language/image-labels.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'
import type { Range } from '../../src/post/range.ts'

const emptying = (post: Post, node: Element): SuggestedChange[] => {
  const range = post.range(node, { attribute: 'alt' })
  if (!range || !isEditable(post, node)) return []
  return [{ title: { en: 'Empty the alternative', ko: '대체 텍스트 비우기' }, edits: [{ ...range, text: 'alt=""' }] }]
}

interface Shown {
  readonly source: string
  readonly range: Range
}

export default rule({
  summary: {
    en: 'Alternatives do not repeat what is said beside the image.',
    ko: '옆에 있는 글을 대체 텍스트로 되풀이하지 않습니다.',
  },
  why: {
    en: 'A screen reader reads the alternative and the text beside it: the same words twice. Different images with one alternative cannot be told apart.',
    ko: '스크린 리더는 대체 텍스트와 옆의 글을 모두 읽어 같은 말이 두 번 들립니다. 서로 다른 이미지의 대체 텍스트가 같으면 구별할 수 없습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H2: combining adjacent image and text links',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H2',
    },
    {
      authority: 'accessibility',
      title: 'axe-core: alternative text of images should not be repeated as text',
      url: 'https://dequeuniversity.com/rules/axe/4.10/image-redundant-alt',
    },
    {
      authority: 'standard',
      title: 'HTML: images in figures with a caption',
      url: 'https://html.spec.whatwg.org/multipage/images.html#a-short-phrase-or-label-with-an-alternative-graphical-representation:-icons,-logos',
    },
  ],
  presets: { strict: 'warn', seo: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 1 },
  group: 'same',
  messages: {
    link: {
      en: 'The alternative repeats the text of its link, which is then read twice. Write alt="".',
      ko: '대체 텍스트가 링크의 글과 같아 두 번 읽힙니다. alt=""로 두세요.',
    },
    caption: {
      en: 'The alternative repeats the caption. Say what is to be seen, or write alt="".',
      ko: '대체 텍스트가 캡션과 같습니다. 무엇이 보이는지 쓰거나 alt=""로 두세요.',
    },
    neighbour: {
      en: 'The alternative repeats the text beside the image, which is then read twice. Write alt="".',
      ko: '대체 텍스트가 옆의 글과 같아 두 번 읽힙니다. alt=""로 두세요.',
    },
    title: {
      en: '`title` repeats the alternative. Delete the title.',
      ko: '`title`이 대체 텍스트와 같습니다. title을 지우세요.',
    },
    shared: {
      en: 'Another image has the alternative “{alt}” too, so they cannot be told apart. Say what each shows.',
      ko: '다른 이미지의 대체 텍스트도 “{alt}”라서 구별할 수 없습니다. 이미지마다 무엇을 보여 주는지 쓰세요.',
    },
  },
  check({ post, report }) {
    const byAlt = new Map<string, Shown>()
    return {
      element: {
        img(node, parents) {
          const written = attributeOf(node, 'alt') ?? ''
          const alt = plain(written)
          if (alt === '' || post.isTemplate(written) || isDecoration(node) || isHidden(node, parents)) return
          const range =
            post.range(node, { attribute: 'alt' }) ?? post.range(node, { value: 'alt' }) ?? post.place(node, parents)
          const twin = twinOf(parents, alt)
          if (twin) return report(range, twin, {}, { suggestions: emptying(post, node) })
          const title = post.range(node, { attribute: 'title' }) ?? post.range(node, { value: 'title' })
          if (title && plain(attributeOf(node, 'title') ?? '') === alt) report(title, 'title', {}, { severity: 'info' })
          // What says nothing anyhow, and icons, are other matters.
          const source = attributeOf(node, 'src') ?? ''
          if (isImageLabel(alt) || isPixel(node) || isSmall(post, node)) return
          const first = byAlt.get(alt)
          if (!first) byAlt.set(alt, { source, range })
          else if (first.source !== source && !post.isTemplate(source)) {
            report(range, 'shared', { alt: shownAlternative(written) }, { related: [{ ...first.range, kind: 'see' }] })
          }
        },
      },
    }
  },
  examples: {
    good: [
      '<p><a href="/map"><img src="pin.svg" alt=""> 약도</a> <a href="/"><img src="home.svg" alt="첫 화면"></a></p>\n',
      '<figure><img src="a.jpg" alt="Two boats tied to a wooden pier"><figcaption>The harbour</figcaption></figure>\n',
      '<p><img src="ok.png" alt="可" width="16"> <img src="ok2.png" alt="可" width="16"></p>\n<p><img src="b.jpg" alt="港" title="夕方の港"></p>\n',
    ],
    bad: [
      { post: '<p><a href="/map"><img src="pin.svg" ⟦alt="약도"⟧> 약도</a></p>\n', messages: ['link'] },
      {
        post: '<p><a href="/x"><img src="x.jpg" ⟦alt="Sea kayak"⟧></a> <a href="/x">Sea kayak</a></p>\n',
        messages: ['link'],
      },
      {
        post: '<figure><img src="a.jpg" ⟦alt="港の夕方"⟧><figcaption>港の夕方</figcaption></figure>\n<h2><img src="b.png" ⟦alt="目次"⟧> 目次</h2>\n',
        messages: ['caption', 'neighbour'],
      },
      {
        post: '<ul><li><img src="kayak.svg" ⟦alt="Kayaks"⟧> Kayaks</li></ul>\n<p><img src="a.jpg" ⟦alt="築地の朝"⟧><br>築地の朝</p>\n',
        messages: ['neighbour'],
      },
      {
        post: '![The pier at noon](a.jpg)\n\n![⟦The pier at noon⟧](b.jpg)\n\n![Boats](c.jpg "⟦Boats⟧")\n',
        messages: ['shared', 'title'],
      },
    ],
  },
})
