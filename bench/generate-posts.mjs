// Writes posts in the shape of a Jekyll blog's: front matter and an HTML or Markdown body, in Korean, English, Japanese
// and Chinese, most of them clean. The same seed gives the same posts.
// Usage: node bench/generate-posts.mjs FOLDER [--count 2000] [--seed 1] [--format html|markdown|mixed] [--clean]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** Small, fast and the same everywhere (mulberry32). */
export const randomFrom = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const languages = {
  ko: {
    titles: [
      '작은 책상을 넓게 쓰는 법',
      '동네 도서관의 저녁',
      '베란다에서 키우는 허브',
      '겨울 국물의 기본',
      '걷기 좋은 골목 지도',
    ],
    subjects: [
      '책상 위의 조명은',
      '저녁에 문을 여는 열람실은',
      '햇빛이 드는 창가는',
      '멸치와 다시마는',
      '오래된 골목은',
    ],
    middles: [
      '생각보다 많은 것을 바꾸고',
      '하루의 속도를 늦추며',
      '손이 조금 더 가지만',
      '비용을 거의 들이지 않고',
      '계절마다 모습이 달라져서',
    ],
    ends: [
      '집에 머무는 시간을 편하게 합니다.',
      '다음에 다시 찾을 이유가 됩니다.',
      '처음 시작하는 사람에게 알맞습니다.',
      '기록해 둘 만한 값어치가 있습니다.',
      '작은 변화부터 눈에 들어옵니다.',
    ],
    headings: ['준비할 것', '순서와 시간', '고르는 기준', '자주 하는 실수', '다음에 해 볼 일'],
    alt: '창가에 놓인 나무 책상과 노란 조명',
    link: '지난 글에서 정리한 목록',
  },
  en: {
    titles: [
      'A desk lamp for small rooms',
      'Evenings at the branch library',
      'Herbs on a north balcony',
      'Stock for winter soups',
      'A map of quiet lanes',
    ],
    subjects: [
      'The lamp on the desk',
      'A reading room that opens late',
      'The sill with the morning light',
      'A pot of stock',
      'The lane behind the market',
    ],
    middles: [
      'changes more than one expects',
      'slows the day down a little',
      'asks for some patience at first',
      'costs next to nothing',
      'looks different in every season',
    ],
    ends: [
      'and makes the evening at home easier.',
      'which is reason enough to come back.',
      'so it suits people who have just begun.',
      'and is worth a note in the diary.',
      'while small changes show first.',
    ],
    headings: ['What to bring', 'Order and time', 'How to choose', 'Common slips', 'What comes next'],
    alt: 'A wooden desk by the window with a yellow lamp',
    link: 'the list from the last post',
  },
  ja: {
    titles: [
      '小さな机を広く使う工夫',
      '町の図書館で過ごす夕方',
      'ベランダで育てるハーブ',
      '冬のだしの基本',
      '歩きたくなる路地の地図',
    ],
    subjects: [
      '机の上の明かりは',
      '夜まで開いている閲覧室は',
      '朝日の入る窓辺は',
      '昆布とかつお節は',
      '市場の裏の路地は',
    ],
    middles: [
      '思ったより多くのことを変え',
      '一日の速さを少し落とし',
      '最初は手間がかかりますが',
      '費用をほとんどかけずに',
      '季節ごとに姿が変わり',
    ],
    ends: [
      '家で過ごす時間を楽にしてくれます。',
      'また訪れたくなる理由になります。',
      '始めたばかりの人に向いています。',
      '記録しておく価値があります。',
      '小さな変化から目に入ります。',
    ],
    headings: ['用意するもの', '順番と時間', '選び方', 'よくある失敗', '次に試すこと'],
    alt: '窓辺に置かれた木の机と黄色い明かり',
    link: '前回の記事にまとめた一覧',
  },
  zh: {
    titles: ['小房间里的台灯', '社区图书馆的傍晚', '在阳台上种香草', '冬天汤底的做法', '适合散步的小巷地图'],
    subjects: ['书桌上的灯光', '晚上开放的阅览室', '早晨有阳光的窗台', '一锅慢慢熬的高汤', '市场后面的小巷'],
    middles: [
      '改变的东西比想象的多',
      '让一天的节奏慢下来',
      '开始时需要一点耐心',
      '几乎不用花什么钱',
      '每个季节都有不同的样子',
    ],
    ends: [
      '在家的时间也因此更舒服。',
      '这就是再来一次的理由。',
      '很适合刚刚开始的人。',
      '值得在本子上记一笔。',
      '最先看到的是细小的变化。',
    ],
    headings: ['需要准备什么', '顺序和时间', '怎样挑选', '常见的失误', '接下来做什么'],
    alt: '窗边的木书桌和一盏黄色的灯',
    link: '上一篇文章里的清单',
  },
}

/** What is wrong with about one post in four, when not all shall be clean. */
const slips = [
  '<p>&nbsp;</p>',
  '<p><br></p>',
  '<p><img src="/assets/img/IMG_0412.jpg"></p>',
  '<p><a href="https://example.com/list" target="_blank">https://example.com/list</a></p>',
]

/** One post. */
export const generatePost = (random, number, format, isClean) => {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const tag = pick(['ko', 'ko', 'ko', 'en', 'ja', 'zh'])
  const words = languages[tag]
  const space = tag === 'ko' || tag === 'en' ? ' ' : ''
  const said = new Set()
  /** None twice in a post, as long as there are words. */
  const sentence = (tries = 20) => {
    const text = [pick(words.subjects), pick(words.middles), pick(words.ends)].join(space)
    if (said.has(text) && tries > 0) return sentence(tries - 1)
    said.add(text)
    return text
  }
  const paragraph = () => Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence()).join(space)
  const isMarkdown = format === 'markdown' || (format === 'mixed' && random() < 0.5)
  const date = new Date(Date.UTC(2012, 0, 1 + (number % 4000))).toISOString().slice(0, 10)
  const blocks = []
  const sections = 3 + Math.floor(random() * 3)
  for (let section = 0; section < sections; section++) {
    const heading = `${words.headings[section % words.headings.length]} ${section + 1}`
    const items = Array.from({ length: 3 }, () => sentence())
    blocks.push(
      ...(isMarkdown
        ? [`## ${heading}`, paragraph(), items.map((item) => `- ${item}`).join('\n'), paragraph()]
        : [
            `<h2>${heading}</h2>`,
            `<p>${paragraph()}</p>`,
            `<ul>\n${items.map((item) => `  <li>${item}</li>`).join('\n')}\n</ul>`,
            `<p><strong>${pick(words.subjects)}</strong>${space}${pick(words.middles)}${space}${pick(words.ends)}</p>`,
            `<p>${paragraph()}</p>`,
          ]),
    )
  }
  const image = `/assets/img/${number}.jpg`
  blocks.splice(
    2,
    0,
    isMarkdown ? `![${words.alt} ${number}](${image})` : `<p><img src="${image}" alt="${words.alt} ${number}"></p>`,
    isMarkdown
      ? `[${words.link}](/posts/${number}/)`
      : `<p>${sentence()}${space}<a href="/posts/${number}/">${words.link}</a></p>`,
  )
  if (!isClean && random() < 0.25) blocks.splice(4, 0, pick(slips))
  const title = `${pick(words.titles)} ${number}`
  const front = `---\nlayout: post\ntitle: "${title}"\ndate: ${date} 09:00:00 +0900\ndescription: "${sentence()} ${number}"\nlang: ${tag}\ntags: [notes]\n---\n`
  return {
    path: `_posts/${date.slice(0, 4)}/${date}-post-${String(number).padStart(6, '0')}.${isMarkdown ? 'md' : 'html'}`,
    text: `${front}\n${blocks.join('\n\n')}\n`,
  }
}

/** Writes a site with so many posts. */
export const writePosts = (folder, { count = 2000, seed = 1, format = 'html', clean = false } = {}) => {
  const random = randomFrom(seed)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '_config.yml'), 'title: Notes\n')
  const made = new Set()
  for (let number = 0; number < count; number++) {
    const { path, text } = generatePost(random, number, format, clean)
    const parent = join(folder, path, '..')
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    writeFileSync(join(folder, path), text)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string', default: 'html' },
      clean: { type: 'boolean', default: false },
    },
  })
  const [folder] = positionals
  if (!folder) throw new Error('Say into which folder')
  const { format, clean } = values
  writePosts(folder, { count: Number(values.count), seed: Number(values.seed), format, clean })
}
