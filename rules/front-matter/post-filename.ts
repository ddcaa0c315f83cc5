import { dayOf, isCalendarDay, isoDay, oneDay, readDate } from '../../src/analysis/fields/dates.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { likelyGenerator } from '../../src/post/post-folder.ts'

/** Jekyll's own pattern for the names of posts. */
const postName = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.[^.]+$/

/** The file's path below `_posts/`; undefined for files that Jekyll does not look for posts in. */
const nameInPosts = (sitePath: string): string | undefined => {
  const at = sitePath.lastIndexOf('_posts/')
  if (at < 0 || (at > 0 && sitePath[at - 1] !== '/')) return undefined
  // Jekyll never reads what starts with these.
  if (/\/[._#~]/.test(sitePath.slice(at + '_posts'.length))) return undefined
  return sitePath.slice(sitePath.lastIndexOf('/') + 1)
}

export default rule({
  summary: {
    en: 'File names of posts follow the generator’s pattern.',
    ko: '글의 파일 이름은 생성기의 규칙을 따릅니다.',
  },
  why: {
    en: 'Jekyll skips files in `_posts/` whose names do not start with a date, without a word. Spaces turn up in addresses as %20, and a name that gives another day than the front matter misleads whoever looks for the post.',
    ko: 'Jekyll은 `_posts/`에서 날짜로 시작하지 않는 파일을 아무 말 없이 건너뜁니다. 공백은 주소에서 %20이 되고, 프런트매터와 날짜가 다른 이름은 글을 찾기 어렵게 합니다.',
  },
  source: [
    { authority: 'convention', title: 'Jekyll: posts', url: 'https://jekyllrb.com/docs/posts/' },
    {
      authority: 'search-engine',
      title: 'Google Search Central: URL structure',
      url: 'https://developers.google.com/search/docs/crawling-indexing/url-structure',
    },
  ],
  presets: { recommended: 'warn', strict: ['warn', { allowUppercase: false }], seo: 'warn' },
  score: { category: 'structure', weight: 3 },
  options: {
    allowUnicode: flag(true, { en: 'Letters beyond ASCII are fine', ko: 'ASCII 밖의 문자를 허용함' }),
    allowUppercase: flag(true, { en: 'Capital letters are fine', ko: '대문자를 허용함' }),
    checkDate: flag(true, {
      en: 'Compare the date in the name with that in the front matter',
      ko: '파일 이름의 날짜를 프런트매터의 날짜와 비교함',
    }),
  },
  messages: {
    skipped: {
      en: '“{name}” does not start with YYYY-MM-DD- and so Jekyll skips it. Rename the file.',
      ko: '“{name:은/는}” YYYY-MM-DD-로 시작하지 않아 Jekyll이 건너뜁니다. 파일 이름을 바꾸세요.',
    },
    impossible: {
      en: 'There is no such day as in “{name}”, so Jekyll stops at this file. Correct the name.',
      ko: '“{name}”에 있는 날짜는 없는 날이라 Jekyll이 이 파일에서 멈춥니다. 이름을 바로잡으세요.',
    },
    space: {
      en: 'Spaces in the name “{name}” may become %20 in the address. Use hyphens.',
      ko: '파일 이름 “{name}”의 공백은 주소에서 %20이 될 수 있습니다. 하이픈을 쓰세요.',
    },
    unicode: {
      en: 'The name “{name}” has letters beyond ASCII, which addresses escape. Use ASCII letters.',
      ko: '파일 이름 “{name}”에 주소에서 이스케이프되는 문자가 있습니다. ASCII 문자를 쓰세요.',
    },
    uppercase: {
      en: 'Capital letters in “{name}”: servers may take the same address in lower case for another. Use lower case.',
      ko: '파일 이름 “{name}”의 대문자 때문에 서버에 따라 주소가 둘로 나뉩니다. 소문자를 쓰세요.',
    },
    date: {
      en: 'The file name says {name}, the front matter {date}; Jekyll takes the latter. Make them agree.',
      ko: '파일 이름의 날짜는 {name}, 프런트매터의 날짜는 {date}입니다. Jekyll은 뒤의 것을 씁니다. 둘을 맞추세요.',
    },
  },
  check({ post, options, report }) {
    const { front, sitePath } = post
    const isJekyll = likelyGenerator(post) === 'jekyll'
    const name = isJekyll ? nameInPosts(sitePath) : post.isInPostFolder ? sitePath.split('/').at(-1) : undefined
    if (name === undefined) return undefined

    const found = isJekyll ? postName.exec(name) : null
    const year = Number(found?.[1])
    const month = Number(found?.[2])
    const day = Number(found?.[3])
    const fullYear = year < 100 ? year + 2000 : year
    if (isJekyll && !found) return void report(front.open, 'skipped', { name })
    if (found && !isCalendarDay(fullYear, month, day)) return void report(front.open, 'impossible', { name })

    const rest = found?.[4] ?? name
    if (/\s/.test(rest)) report(front.open, 'space', { name })
    if (!options.allowUnicode && /[^\0-\x7f]/.test(rest)) report(front.open, 'unicode', { name })
    if (!options.allowUppercase && /\p{Lu}/u.test(rest)) report(front.open, 'uppercase', { name })

    const { entry, value = '', valueRange } = front.date ?? {}
    // Nearly every post says the same day in both places.
    if (!found || !options.checkDate || !entry || !valueRange || value.startsWith(name.slice(0, 10))) return undefined
    const date = readDate(value)
    if (date.kind !== 'date') return undefined
    const named = { year: fullYear, month, day }
    // A time may lie on the next day elsewhere in the world.
    const slack = date.hasTime ? oneDay : 0
    if (Math.abs(dayOf(named) - dayOf(date)) > slack)
      report(valueRange, 'date', { name: isoDay(named), date: isoDay(date) })
    return undefined
  },
  examples: {
    good: [
      {
        path: '_posts/2024-05-02-my-trip.md',
        post: '---\ntitle: My trip\ndate: 2024-05-01 23:30:00 -0700\n---\n\nA trip.\n',
      },
      { path: '_posts/travel/24-5-2-여행.md', post: '---\ntitle: 여행\ndate: 2024-05-02\n---\n\n떠납니다.\n' },
      { path: '_drafts/my trip.md', post: '---\ntitle: My trip\n---\n\nA trip.\n' },
      { path: 'source/_posts/hello.md', post: '---\ntitle: 早市\n---\n\n清晨五点。\n' },
      {
        path: '_posts/2024-05-02-trip.md',
        post: '---\ntitle: My trip\ndate: 2024-07-01\n---\n\nA trip.\n',
        options: { checkDate: false },
      },
    ],
    bad: [
      {
        path: '_posts/my-trip.md',
        post: '⟦---⟧\ntitle: My trip\ndate: 2024-05-02\n---\n\nA trip.\n',
        messages: ['skipped'],
      },
      { path: '_posts/2024-13-02-여행.md', post: '⟦---⟧\ntitle: 여행\n---\n\n떠납니다.\n', messages: ['impossible'] },
      { path: '_posts/2024-05-02-my trip.md', post: '⟦---⟧\ntitle: My trip\n---\n\nA trip.\n', messages: ['space'] },
      {
        path: '_posts/2024-05-02-築地の朝.md',
        post: '⟦---⟧\ntitle: 築地の朝\n---\n\n朝五時。\n',
        options: { allowUnicode: false },
        messages: ['unicode'],
      },
      {
        path: '_posts/2024-05-02-My-Trip.md',
        post: '⟦---⟧\ntitle: My trip\n---\n\nA trip.\n',
        options: { allowUppercase: false },
        messages: ['uppercase'],
      },
      {
        path: '_posts/2024-05-02-trip.md',
        post: '---\ntitle: My trip\ndate: ⟦2024-07-01⟧\n---\n\nA trip.\n',
        messages: ['date'],
      },
    ],
  },
})
