import { isArrayOf, isObjectOf, isOneOf, isText } from './shape.ts'
import type { Locale, Texts } from './texts.ts'

/** Something that was left out of a run and that the user should know of, although it is no mistake. */
export interface Notice {
  readonly kind: 'ignored' | 'excluded' | 'not-a-post' | 'mdx' | 'outside' | 'report' | 'pattern' | 'content' | 'shard'
  /** The files it is about, as they are shown; for `pattern` the patterns. */
  readonly paths: readonly string[]
}

const texts: Readonly<Record<Notice['kind'], Texts>> = {
  ignored: {
    en: 'skipped, because an ignore file or the configuration names it (--no-ignore lints it)',
    ko: '무시 목록에 있어 건너뜀 (--no-ignore로 검사 가능)',
  },
  excluded: {
    en: 'skipped, because --ignore-pattern names it',
    ko: '--ignore-pattern으로 제외되어 건너뜀',
  },
  'not-a-post': {
    en: 'skipped: not an .html, .htm, .md or .markdown file',
    ko: '.html, .htm, .md, .markdown 파일이 아니어서 건너뜀',
  },
  mdx: { en: 'skipped: postlint does not read MDX', ko: 'MDX는 지원하지 않아 건너뜀' },
  outside: {
    en: 'skipped: a link that leads out of the project',
    ko: '프로젝트 밖을 가리키는 링크여서 건너뜀',
  },
  shard: {
    en: 'no post falls into this shard, so there is nothing to check',
    ko: '이 샤드에 속하는 글이 없어 검사하지 않음',
  },
  content: {
    en: 'nothing on the page matches “content” in the configuration, so the post was found by the usual signs',
    ko: '설정의 “content”와 일치하는 요소가 없어 본문 위치를 자동으로 판별함',
  },
  pattern: {
    en: 'ignore pattern left out: too many stars to match quickly',
    ko: '별표가 너무 많은 무시 패턴이라 적용하지 않음',
  },
  report: {
    en: 'skipped: a report of postlint',
    ko: 'postlint 보고서여서 건너뜀',
  },
}

const mostPaths = 3

/** A notice as one line, such as `a.mdx and 2 more: skipped: postlint does not read MDX`. */
export const noticeText = ({ kind, paths }: Notice, locale: Locale): string => {
  const rest = paths.length - mostPaths
  const more = rest <= 0 ? '' : locale === 'ko' ? ` 외 ${rest}개` : ` and ${rest} more`
  return `${paths.slice(0, mostPaths).join(', ')}${more}: ${texts[kind][locale]}`
}

const kinds = Object.keys(texts)

export const isNotice = isObjectOf<Notice>({ kind: isOneOf(...kinds), paths: isArrayOf(isText) })

/** Gathers notices, so that a thousand skipped files are one line. */
export interface NoticeBoard {
  add(kind: Notice['kind'], path: string): void
  /** Always in the same order, whatever came first. */
  all(): readonly Notice[]
}

export const noticeBoard = (): NoticeBoard => {
  const paths = new Map<Notice['kind'], Set<string>>()
  return {
    add(kind, path) {
      paths.set(kind, (paths.get(kind) ?? new Set()).add(path))
    },
    all: () =>
      [...paths]
        .map(([kind, of]) => ({ kind, paths: [...of].sort() }))
        .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
  }
}
