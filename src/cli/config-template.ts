import type { Generator } from '../post/post.ts'
import type { Locale } from '../report/formatter.ts'

/** Where each generator keeps its posts, as a first `files` setting. */
const postFolders: Readonly<Record<Generator, readonly string[]>> = {
  jekyll: ['_posts/**', '_drafts/**'],
  hexo: ['source/_posts/**'],
  hugo: ['content/**'],
  astro: ['src/content/**'],
  eleventy: ['posts/**'],
  any: ['posts/**'],
}

const commented = (lines: readonly string[]): string => lines.map((line) => `# ${line}\n`).join('')

/** The words of the template, in the user's language: the comments are the explanation. */
const words = {
  en: {
    head: ['Settings of postlint. Everything here is optional.'],
    extends: ['Presets to build on: recommended, strict, seo, accessibility; also files and packages.'],
    generator: ['Site generator: jekyll, hugo, hexo, astro, eleventy or any. It names front-matter keys and folders.'],
    found: (marker: string) => `Found by ${marker}.`,
    language: ['Language of the posts. Without it, each post tells by its own text.'],
    files: ['Which files are posts, when postlint is given no paths.'],
    ignore: ['Files to leave out, beside those of .gitignore and .postlintignore.'],
    rules: [
      'Single rules: off, info, warn or error, with options where wanted.',
      '`postlint rules` lists them, `postlint explain RULE` tells all about one.',
    ],
    overrides: ['Other settings for some of the files.'],
  },
  ko: {
    head: ['postlint 설정. 모든 항목은 생략할 수 있습니다.'],
    extends: ['기반으로 삼을 프리셋: recommended, strict, seo, accessibility. 파일과 패키지도 가능합니다.'],
    generator: ['사이트 생성기: jekyll, hugo, hexo, astro, eleventy, any. 프런트매터 키와 폴더 규칙이 달라집니다.'],
    found: (marker: string) => `감지 근거: ${marker}`,
    language: ['글의 언어. 생략하면 글마다 본문으로 판별합니다.'],
    files: ['경로 없이 실행할 때 검사할 글.'],
    ignore: ['.gitignore, .postlintignore에 더해 제외할 파일.'],
    rules: [
      '규칙별 설정: off, info, warn, error. 필요하면 옵션도 지정합니다.',
      '목록은 postlint rules, 설명은 postlint explain RULE로 확인합니다.',
    ],
    overrides: ['일부 파일에만 적용할 설정.'],
  },
} as const satisfies Record<Locale, unknown>

/** A first configuration file, in which the comments explain and the defaults are spelled out. */
export const configTemplate = (
  { generator, marker }: { readonly generator: Generator; readonly marker?: string },
  locale: Locale,
): string => {
  const say = words[locale]
  const language = locale === 'ko' ? 'ko' : 'en'
  return [
    `# yaml-language-server: $schema=./node_modules/postlint/dist/schema.json\n${commented(say.head)}`,
    `${commented(say.extends)}extends: recommended\n`,
    `${commented([...say.generator, ...(marker ? [say.found(marker)] : [])])}${marker ? '' : '# '}generator: ${generator}\n`,
    commented([...say.language, `language: ${language}`]),
    commented([...say.files, 'files:', ...postFolders[generator].map((glob) => `  - ${glob}`)]),
    commented([...say.ignore, 'ignore:', '  - "**/archive/**"']),
    commented([...say.rules, 'rules:', '  image-alt: error', '  max-inline-colors: [warn, { maxDistinct: 3 }]']),
    commented([...say.overrides, 'overrides:', '  - files: "en/**"', '    language: en']),
  ].join('\n')
}
