import type { Element } from 'hast'
import { isEditable } from '../../src/analysis/blocks/extent.ts'
import { hasDynamicAttributes } from '../../src/analysis/images/alternative.ts'
import { lacksCaptions, lacksName, playerName, playsByItself } from '../../src/analysis/images/media.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import { attributeOf } from '../../src/post/elements.ts'
import type { Post } from '../../src/post/post.ts'

/** A title that says at least whose player it is. */
const naming = (post: Post, node: Element): SuggestedChange[] => {
  const name = playerName(node)
  const tag = post.range(node, 'tag')
  if (!name || !tag || !isEditable(post, node) || attributeOf(node, 'title') !== undefined) return []
  const at = tag.start + 1 + node.tagName.length
  const title = { en: `Add title="${name}"`, ko: `title="${name}" 추가` }
  return [{ title, edits: [{ start: at, end: at, text: ` title="${name}"` }] }]
}

export default rule({
  summary: {
    en: 'Frames have names; films and sounds start only when asked, and have captions.',
    ko: '프레임에 이름을 붙이고, 영상과 소리는 자동 재생하지 않으며, 자막을 답니다.',
  },
  why: {
    en: 'A screen reader announces a frame by its title; without one the reader has to enter it to learn what it is. Sound that starts by itself drowns the screen reader’s voice.',
    ko: '스크린 리더는 프레임을 제목으로 알려 줍니다. 제목이 없으면 들어가 보아야 무엇인지 알 수 있습니다. 저절로 나는 소리는 스크린 리더의 음성을 덮습니다.',
  },
  source: [
    {
      authority: 'accessibility',
      title: 'WCAG technique H64: the title attribute of the iframe element',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H64',
    },
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 1.4.2 Audio Control',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/audio-control.html',
    },
    {
      authority: 'accessibility',
      title: 'WCAG 2.2, 1.2.2 Captions (Prerecorded)',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/captions-prerecorded.html',
    },
    {
      authority: 'accessibility',
      title: 'WCAG F16: scrolling content without a way to pause it',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F16',
    },
  ],
  presets: { recommended: 'warn', strict: 'error', seo: 'warn', accessibility: 'error' },
  score: { category: 'accessibility', weight: 7 },
  group: 'same',
  messages: {
    unnamed: {
      en: '<{element}> has no name, so a screen reader cannot say what it holds. Add a `title`.',
      ko: '<{element}>에 이름이 없어 스크린 리더가 내용을 알려 줄 수 없습니다. `title`을 추가하세요.',
    },
    autoplay: {
      en: '<{element}> plays sound by itself with nothing to stop it. Remove `autoplay`, or add `controls` or `muted`.',
      ko: '<{element:이/가}> 저절로 소리를 내고 멈출 방법이 없습니다. `autoplay`를 빼거나 `controls`, `muted`를 추가하세요.',
    },
    captions: {
      en: 'A video without captions. If there is speech in it, add <track kind="captions">.',
      ko: '자막이 없는 영상입니다. 말소리가 있으면 <track kind="captions">를 추가하세요.',
    },
    moving: {
      en: '<{element}> moves or blinks and cannot be stopped, which keeps some readers from reading. Use plain text.',
      ko: '<{element:은/는}> 움직이거나 깜박이는데 멈출 수 없어 읽기 어렵습니다. 일반 텍스트로 바꾸세요.',
    },
  },
  check: ({ post, report }) => ({
    element: {
      'iframe,embed,object,frame'(node, parents) {
        if (!lacksName(post, node, parents) || hasDynamicAttributes(post, node)) return
        const range = post.range(node, { attribute: 'title' }) ?? post.range(node, 'tag') ?? post.place(node, parents)
        report(range, 'unnamed', { element: node.tagName }, { suggestions: naming(post, node) })
      },
      'video,audio'(node, parents) {
        if (hasDynamicAttributes(post, node)) return
        const tag = post.range(node, 'tag') ?? post.place(node, parents)
        if (playsByItself(node, parents)) {
          report(post.range(node, { attribute: 'autoplay' }) ?? tag, 'autoplay', { element: node.tagName })
        }
        if (node.tagName === 'video' && lacksCaptions(node, parents)) report(tag, 'captions', {}, { severity: 'info' })
      },
      'marquee,blink'(node, parents) {
        report(post.range(node, 'tag') ?? post.place(node, parents), 'moving', { element: node.tagName })
      },
    },
  }),
  examples: {
    good: [
      '<iframe src="https://www.youtube.com/embed/x" title="돌담길 산책 영상"></iframe>\n<iframe src="/t" width="0" height="0"></iframe>\n',
      '<p><iframe src="/a" aria-label="Route map"></iframe><iframe src="/b" aria-hidden="true"></iframe><iframe src="/c" tabindex="-1"></iframe></p>\n',
      '<video autoplay muted loop src="run.mp4"></video>\n<audio autoplay src="chime.mp3#t=0,2"></audio>\n<video controls autoplay src="a.mp4"><track kind="captions" src="a.vtt"></video>\n',
      '<object data="tides.pdf" type="application/pdf"><a href="tides.pdf">Tide table for March</a></object>\n<object data="chart.svg" title="Sales by year"></object>\n<iframe {{ include.attributes }}></iframe>\n',
    ],
    bad: [
      {
        post: '<p>영상입니다.</p>\n⟦<iframe src="https://www.youtube.com/embed/x">⟧</iframe>\n',
        messages: ['unnamed'],
      },
      {
        post: '<p>Map and chart.</p>\n<iframe src="/map" ⟦title=" "⟧></iframe>\n⟦<object data="chart.svg">⟧<img src="chart.png" alt="Sales"></object>\n⟦<embed src="film.swf">⟧\n',
        messages: ['unnamed', 'unnamed', 'unnamed'],
      },
      {
        post: '<p>音声です。</p>\n<audio ⟦autoplay⟧ src="chime.mp3"></audio>\n<audio ⟦autoplay⟧ loop src="chime.mp3#t=0,2"></audio>\n⟦<video controls src="talk.mp4">⟧</video>\n',
        messages: ['autoplay', 'captions'],
      },
      { post: '<p>欢迎</p>\n⟦<marquee>⟧最新消息</marquee>\n', messages: ['moving'] },
    ],
  },
})
