import { type CalendarDate, dayOf, isoDay, oneDay, readDate } from '../../src/analysis/fields/dates.ts'
import { flag } from '../../src/engine/options.ts'
import { rule } from '../../src/engine/rule.ts'
import { perText } from '../../src/memo.ts'
import type { FrontEntry, FrontField, Post } from '../../src/post/post.ts'
import { likelyGenerator } from '../../src/post/post-folder.ts'

interface Dated {
  readonly field: FrontField
  readonly date: CalendarDate
}

/** Whether a date certainly lies on an earlier day than another; a time without zone may be off by a day. */
const isEarlier = (one: CalendarDate, other: CalendarDate): boolean => {
  const isComparable = one.hasTime === other.hasTime && one.hasZone === other.hasZone
  return isComparable
    ? one.instant < other.instant && dayOf(one) < dayOf(other)
    : one.instant < other.instant - 1.5 * oneDay
}

/** The last day that is not in the future anywhere: where the day of the run has not ended it may be tomorrow elsewhere. */
const lastDay = perText((today) => {
  const date = readDate(today)
  return date.kind === 'date' ? dayOf(date) + oneDay : Number.POSITIVE_INFINITY
})

const scalars: ReadonlySet<FrontEntry['type']> = new Set(['text', 'date', 'number'])

/** Hugo reads the numbers of a date only with hyphens between them; what is not ISO 8601 differs from tool to tool. */
const isReadable = ({ separator }: CalendarDate, post: Post): boolean =>
  (separator !== '/' && separator !== '.') || likelyGenerator(post) !== 'hugo'

export default rule({
  summary: {
    en: 'Dates exist, can be read one way only, and lie in order.',
    ko: '날짜는 실제로 있고 한 가지로만 읽히며 순서가 맞아야 합니다.',
  },
  why: {
    en: 'A date that a generator cannot read stops the build or puts the post in the wrong place of lists and feeds. A post dated in the future is held back by Jekyll and Hugo.',
    ko: '생성기가 읽지 못하는 날짜는 빌드를 멈추게 하거나 글을 목록과 피드의 엉뚱한 자리에 놓습니다. 날짜가 미래인 글은 Jekyll과 Hugo가 공개하지 않습니다.',
  },
  source: [
    { authority: 'convention', title: 'Jekyll: front matter', url: 'https://jekyllrb.com/docs/front-matter/' },
    { authority: 'convention', title: 'Hugo: dates', url: 'https://gohugo.io/content-management/front-matter/#dates' },
    {
      authority: 'search-engine',
      title: 'Google Search Central: Article structured data (ISO 8601 dates)',
      url: 'https://developers.google.com/search/docs/appearance/structured-data/article',
    },
  ],
  presets: { recommended: 'error', strict: 'error', seo: 'error' },
  score: { category: 'seo', weight: 3 },
  options: {
    requireZone: flag(false, {
      en: 'A time of day must say its zone (`+0900`)',
      ko: '시각을 적을 때 시간대(`+0900`)도 적어야 함',
    }),
    allowFuture: flag(false, { en: 'Posts may be dated in the future', ko: '미래 날짜를 허용함' }),
  },
  messages: {
    impossible: {
      en: 'There is no such day or time as “{value}”, so generators stop or misplace the post. Correct it.',
      ko: '“{value:은/는}” 없는 날짜나 시각이라 생성기가 멈추거나 글을 엉뚱한 자리에 놓습니다. 바로잡으세요.',
    },
    ambiguous: {
      en: 'In “{value}” day, month and year can be taken for one another. Write YYYY-MM-DD.',
      ko: '“{value}”에서는 연, 월, 일을 서로 혼동할 수 있습니다. YYYY-MM-DD로 쓰세요.',
    },
    unreadable: {
      en: '“{value}” is not a full date that every generator can read. Write YYYY-MM-DD, with a time if you like.',
      ko: '“{value:은/는}” 생성기가 온전한 날짜로 읽지 못할 수 있습니다. YYYY-MM-DD로 쓰고 필요하면 시각을 붙이세요.',
    },
    future: {
      en: 'The post is dated {value}, which is still to come; Jekyll and Hugo leave it out until then. Check the date.',
      ko: '글의 날짜가 미래({value})라 Jekyll과 Hugo는 그때까지 공개하지 않습니다. 날짜를 확인하세요.',
    },
    order: {
      en: '“{key}” lies before the day of publication ({date}). Correct one of the two.',
      ko: '“{key}” 날짜가 발행일({date})보다 이릅니다. 둘 중 하나를 바로잡으세요.',
    },
    zone: {
      en: 'A time without its zone is read in that of the machine that builds the site. Add one, such as +0900.',
      ko: '시간대가 없는 시각은 사이트를 빌드하는 컴퓨터의 시간대로 읽힙니다. +0900처럼 시간대를 붙이세요.',
    },
  },
  check({ post, options, report, today }) {
    const { front } = post
    const read = (field: FrontField): Dated[] => {
      const { entry, value, valueRange } = field
      if (!entry || !scalars.has(entry.type) || value.trim() === '' || value.includes('{{') || value.includes('<%'))
        return []
      const date = readDate(value)
      if (date.kind === 'impossible' || date.kind === 'ambiguous') report(valueRange, date.kind, { value })
      else if (date.kind === 'partial' || date.kind === 'unreadable') report(valueRange, 'unreadable', { value })
      else if (date.kind === 'date') {
        if (!isReadable(date, post)) report(valueRange, 'unreadable', { value })
        else if (options.requireZone && date.hasTime && !date.hasZone) report(valueRange, 'zone', {})
        return [{ field, date }]
      }
      return []
    }

    const published = (front.date?.all ?? []).flatMap(read)[0]
    const modified = (front.modified?.all ?? []).flatMap(read)

    const isDraft = front.draft?.value === 'true'
    if (published && !options.allowFuture && !isDraft && dayOf(published.date) > lastDay(today)) {
      report(published.field.valueRange, 'future', { value: isoDay(published.date) }, { severity: 'warn' })
    }
    for (const { field, date } of modified) {
      if (!published || !isEarlier(date, published.date)) continue
      const related = [{ ...published.field.valueRange, kind: 'see' as const }]
      report(field.valueRange, 'order', { key: field.key, date: isoDay(published.date) }, { related })
    }
    return undefined
  },
  examples: {
    good: [
      '---\ntitle: 덕수궁 돌담길\ndate: 2024-02-29 09:00:00 +0900\nlast_modified_at: 2024-03-01\n---\n\n<p>정동길입니다.</p>\n',
      '---\ntitle: Lights\ndate: "May 2, 2024"\nupdated: Thu, 02 May 2024 16:00:00 +0900\n---\n\n<p>Two kinds.</p>\n',
      '---\ntitle: 早市\ndate: 2024/5/2 8:30\n---\n\n<p>清晨五点。</p>\n',
      '+++\ntitle = "築地の朝"\ndate = 2024-05-02T05:00:00+09:00\nlastmod = 2024-05-01T23:00:00Z\n+++\n\n朝五時。\n',
      '---\ntitle: Tomorrow somewhere\ndate: 2024-06-02\n---\n\n<p>Here it is still the first.</p>\n',
      '---\ntitle: Later\ndate: 2031-01-01\ndraft: true\n---\n\n<p>Not yet.</p>\n',
      { post: '---\ntitle: Later\ndate: 2031-01-01\n---\n\n<p>Not yet.</p>\n', options: { allowFuture: true } },
      '---\ntitle: Copied\ndate: 2024-05-02T10:00:00Z\nupdated: 2024-05-02T09:58:00Z\n---\n\n<p>On the same day.</p>\n',
    ],
    bad: [
      {
        post: '---\ntitle: 한강 자전거길\ndate: ⟦2024-13-02⟧\nlast_modified_at: ⟦2023-02-29 25:00⟧\n---\n\n<p>출발합니다.</p>\n',
        messages: ['impossible', 'impossible'],
      },
      { post: '---\ntitle: Lights\ndate: ⟦13/7/2024⟧\n---\n\n<p>Two kinds.</p>\n', messages: ['ambiguous'] },
      { post: '---\ntitle: 돌담길\ndate: ⟦2024년 5월 2일⟧\n---\n\n<p>정동길.</p>\n', messages: ['unreadable'] },
      { post: '---\ntitle: 早市\ndate: "⟦2024-05⟧"\n---\n\n<p>清晨五点。</p>\n', messages: ['unreadable'] },
      { post: '---\ntitle: Lights\ndate: ⟦2042-05-02⟧\n---\n\n<p>Two kinds.</p>\n', messages: ['future'] },
      {
        post: '---\ntitle: 渋谷\ndate: 2024-05-02\nupdated: ⟦2024-05-01⟧\n---\n\n<p>駅から。</p>\n',
        messages: ['order'],
      },
      {
        path: 'content/posts/light.md',
        post: '---\ntitle: Lights\ndate: ⟦2024/05/02⟧\n---\n\nTwo kinds.\n',
        messages: ['unreadable'],
      },
      {
        post: '---\ntitle: 시간대\ndate: ⟦2024-05-02 09:00⟧\nupdated: 2024-05-03 09:00 +0900\n---\n\n<p>본문입니다.</p>\n',
        options: { requireZone: true },
        messages: ['zone'],
      },
    ],
  },
})
