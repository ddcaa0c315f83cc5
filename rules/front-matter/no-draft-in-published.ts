import { flag, list } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { isInDraftFolder } from '../../src/post/conventions.ts'
import { scalarMap } from '../../src/post/front-matter.ts'

/** Marks that writers put on a title while they work on it: in brackets, or before a colon at the start. */
const marks =
  'wip|work in progress|draft|todo|tbd|do not publish|초안|작성 ?중|미완성|미완|수정 ?중|임시|下書き|執筆中|作成中|書きかけ|草稿|未完成|未完|编辑中|編輯中|待续|черновик'
const bracketed = new RegExp(`[[(（［【](?:${marks})[\\])）］】]`, 'i')
const leading = /^(?:wip|draft|todo|초안|下書き|草稿|черновик) ?[:：]/i

export default rule({
  summary: { en: 'What lies with the posts is ready to be read.', ko: '글 폴더에는 공개할 글만 둡니다.' },
  why: {
    en: 'A post in the publishing folder that still says that it is a draft is never seen, and one whose title says so is seen too early.',
    ko: '공개 폴더의 글에 초안 표시가 남아 있으면 공개되지 않고, 제목에 남아 있으면 다 쓰기 전에 공개됩니다.',
  },
  source: [
    { authority: 'convention', title: 'Jekyll: published', url: 'https://jekyllrb.com/docs/front-matter/' },
    {
      authority: 'convention',
      title: 'Hugo: draft, future, and expired content',
      url: 'https://gohugo.io/getting-started/usage/#draft-future-and-expired-content',
    },
  ],
  presets: { recommended: 'warn', strict: 'warn' },
  score: { category: 'structure', weight: 3 },
  options: {
    folders: list(['_posts', 'content'], {
      en: 'Names of the folders whose posts are published',
      ko: '글을 공개하는 폴더의 이름',
    }),
    titles: flag(true, { en: 'Also look for marks such as [WIP] in titles', ko: '제목의 [작성 중] 같은 표시도 찾음' }),
  },
  messages: {
    draft: {
      en: '“{key}: {value}” keeps the post from being published. Remove it once the post is ready.',
      ko: '“{key}: {value}” 때문에 글이 공개되지 않습니다. 다 쓴 글이면 지우세요.',
    },
    title: {
      en: '“{mark}” in the title says that the post is not finished. Finish it, or mark it as a draft.',
      ko: '제목의 “{mark:은/는}” 글이 끝나지 않았다는 표시입니다. 글을 마치거나 초안으로 표시하세요.',
    },
  },
  check({ post, options, report }) {
    const { front, sitePath } = post
    const folders = sitePath.split('/').slice(0, -1)
    const isPublished = folders.some((folder) => options.folders.includes(folder)) && !isInDraftFolder(sitePath)

    const { draft, title } = front
    const isDraft = draft?.value === 'true'
    if (isDraft && draft.entry && isPublished)
      report(draft.valueRange, 'draft', { key: draft.key, value: draft.entry.text })
    if (isDraft || !options.titles || !title?.entry) return undefined
    const mark = bracketed.exec(title.value) ?? leading.exec(title.value)
    if (!mark) return undefined
    const place = scalarMap(title.entry, post.source)
    const start = place(mark.index) ?? title.valueRange.start
    report({ start, end: place(mark.index + mark[0].length) ?? title.valueRange.end }, 'title', { mark: mark[0] })
    return undefined
  },
  examples: {
    good: [
      { path: '_drafts/walk.md', post: '---\ntitle: "[초안] 돌담길"\npublished: false\n---\n\n정동길.\n' },
      {
        path: '_posts/2024-05-02-walk.md',
        post: '---\ntitle: How to draft a letter\npublished: true\n---\n\nBegin.\n',
      },
      { path: 'notes/walk.md', post: '---\ntitle: 早市\ndraft: true\n---\n\n清晨五点。\n' },
      { path: 'content/posts/a.md', post: '---\ntitle: a\ndraft: true\n---\n\nb\n', options: { folders: ['_posts'] } },
      { post: '---\ntitle: "[WIP] Notes"\n---\n\n<p>Notes.</p>\n', options: { titles: false } },
    ],
    bad: [
      {
        path: '_posts/2024-05-02-walk.md',
        post: '---\ntitle: 덕수궁 돌담길\npublished: ⟦false⟧\n---\n\n정동길에서 시작합니다.\n',
        messages: ['draft'],
      },
      {
        path: 'content/posts/a.md',
        post: '+++\ntitle = "築地の朝"\ndraft = ⟦true⟧\n+++\n\n朝五時。\n',
        messages: ['draft'],
      },
      { post: '---\ntitle: "⟦[작성 중]⟧ 돌담길"\n---\n\n<p>정동길.</p>\n', messages: ['title'] },
      { post: '+++\ntitle = "⟦WIP:⟧ Lights"\n+++\n\nTwo kinds.\n', messages: ['title'] },
    ],
  },
})
