import { blockPlace, ownBlock } from '../../src/analysis/blocks/block.ts'
import { blockExtent } from '../../src/analysis/blocks/extent.ts'
import { repetitionsOf } from '../../src/analysis/blocks/repetitions.ts'
import { int, number } from '../../src/engine/options.ts'
import { rule, type SuggestedChange } from '../../src/engine/rule.ts'
import type { Post, TextUnit } from '../../src/post/post.ts'

const deletion = (post: Post, unit: TextUnit): SuggestedChange[] => {
  const block = ownBlock(post, unit)
  const range = block && post.range(block)
  if (!range || unit.kind !== 'paragraph' || (post.format !== 'markdown' && !post.isWritten(block))) return []
  const edits = [{ ...blockExtent(post, range), text: '' }]
  return [{ title: { en: 'Delete the repetition', ko: '되풀이된 단락 삭제' }, edits }]
}

export default rule({
  summary: { en: 'No paragraph stands in a post twice.', ko: '같은 단락을 두 번 쓰지 않습니다.' },
  why: {
    en: 'A paragraph that comes again is mostly a slip of copying and pasting, or the padding of a generator. Readers think that they have lost their place.',
    ko: '같은 단락이 다시 나오면 대개 붙여 넣기 실수이거나 분량을 늘린 흔적입니다. 독자는 읽던 곳을 놓쳤다고 느낍니다.',
  },
  source: [
    {
      authority: 'search-engine',
      title: 'Google Search Central: helpful, reliable, people-first content',
      url: 'https://developers.google.com/search/docs/fundamentals/creating-helpful-content',
    },
    { authority: 'editorial', title: 'postlint: repeated paragraphs' },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'content', weight: 7 },
  options: {
    minChars: int(40, { en: 'Shorter texts may stand twice', ko: '이보다 짧은 글은 되풀이해도 됨' }, { minimum: 10 }),
    threshold: number(
      0.92,
      {
        en: 'Share of common three-letter sequences from which two texts of 200 characters or more are nearly the same; 1 finds equal ones only',
        ko: '200자 이상인 두 글을 거의 같다고 보는 기준(공통 세 글자 묶음의 비율). 1이면 똑같은 글만 찾음',
      },
      { minimum: 0.8, maximum: 1 },
    ),
  },
  messages: {
    repeated: {
      en: 'This repeats an earlier text word for word. Delete one.',
      ko: '앞에 나온 글과 똑같습니다. 하나를 지우세요.',
    },
    alike: {
      en: 'This is nearly the same as an earlier text. Keep one, or say what is new.',
      ko: '앞에 나온 글과 거의 같습니다. 하나만 남기거나 새로운 내용만 쓰세요.',
    },
  },
  check: ({ post, options, report }) => ({
    done() {
      for (const { unit, earlier, isExact } of repetitionsOf(post, options)) {
        const related = [{ ...blockPlace(post, earlier), kind: 'see' as const }]
        const place = blockPlace(post, unit)
        if (isExact) report(place, 'repeated', {}, { related, suggestions: deletion(post, unit) })
        else report(place, 'alike', {}, { related, severity: 'warn' })
      }
    },
  }),
  examples: {
    good: [
      '<p>출발은 아침입니다.</p>\n<p>점심은 산장에서 먹습니다.</p>\n<p>출발은 아침입니다.</p>\n',
      '## Linux\n\nOpen a terminal, go to the project folder and run the following command:\n\n    make linux\n\n## macOS\n\nOpen a terminal, go to the project folder and run the following command:\n\n    make macos\n',
      '<p>To see all of the settings and what they do, run <code>tool list</code> in a terminal.</p>\n<p>To see all of the settings and what they do, run <code>tool show</code> in a terminal.</p>\n',
      '노래 가사입니다.\n\n비가 오는 날에는 우산을 펴고\n눈이 오는 날에는 장갑을 끼고\n우리 함께 걸어요 골목 끝까지\n\n간주가 이어집니다.\n\n비가 오는 날에는 우산을 펴고\n눈이 오는 날에는 장갑을 끼고\n우리 함께 걸어요 골목 끝까지\n',
      '- [A very long title of a chapter that is linked twice](#one)\n\nText.\n\n- [A very long title of a chapter that is linked twice](#one)\n',
      {
        post: '<p>この機能は二千二十四年の春に追加され、すべての利用者が設定画面から使えます。設定を変えると、次にページを開いたときから新しい並び順で記事が表示されます。元に戻すには、もう一度同じ画面を開いて初期値を選んでください。変更はすぐに保存されるため、保存のボタンを押す必要はありません。複数の端末で使っている場合は、それぞれの端末で設定を変える必要がありますのでご注意ください。</p>\n<p>この機能は二千二十四年の春に追加され、すべての利用者が設定画面から使えます。設定を変えると、次にページを開いたときから新しい並び順で記事が表示されます。元に戻すには、もう一度同じ画面を開いて初期値を選んでください。変更はすぐに保存されるため、保存のボタンを押す必要はありません。複数の端末で使っている場合は、それぞれの端末で設定を変える必要がありますので注意してください。</p>\n',
        options: { threshold: 1 },
      },
    ],
    bad: [
      {
        post: '<p>강을 따라 내려가면 오래된 나루터가 나오고, 여기서 길이 두 갈래로 나뉩니다.</p>\n<p>왼쪽이 빠릅니다.</p>\n⟦<p>강을 따라 내려가면 오래된 나루터가 나오고, 여기서 길이 두 갈래로 나뉩니다.</p>⟧\n',
        messages: ['repeated'],
      },
      {
        post: 'The **ferry** leaves at nine and comes back in the evening.\n\nBring a coat.\n\n⟦The ferry leaves at nine and comes back\nin the evening.⟧\n',
        messages: ['repeated'],
      },
      {
        post: '<p>渡船每天早上九点出发,傍晚返回。</p>\n<p>请带外套。</p>\n⟦<p>渡船每天早上九点出发,傍晚返回。</p>⟧\n',
        options: { minChars: 15 },
      },
      {
        post: 'The ferry leaves the old pier at nine in the morning, crosses the bay in forty minutes and comes back in the evening, so there is enough time to walk to the lighthouse, have a picnic on the beach and visit the small museum.\n\nBring a coat.\n\n⟦The ferry leaves the old pier at nine in the morning, crosses the bay in forty minutes and comes back in the evening, so there is enough time to walk to the lighthouse, have a picnic on the beach and see the small museum.⟧\n',
        messages: ['alike'],
      },
    ],
  },
})
