import type { Element, Root, RootContent } from 'hast'
import type { Post } from '../post/post.ts'
import { technicalUse } from './borrowed.ts'
import type { LatinRun } from './latin-runs.ts'
import { isEnglish, isTechnicalTerm } from './lexicon.ts'

const codeTags = new Set(['code', 'pre', 'kbd', 'samp'])

const holdsCode = (node: Root | RootContent): boolean =>
  (node.type === 'element' && codeTags.has(node.tagName)) ||
  ('children' in node && (node as Element).children.some(holdsCode))

/** Companies and services that every newspaper names. */
const householdNames = new Set(
  (
    'facebook google alibaba android amazon netflix paypal twitter slack discord firefox chrome apple samsung microsoft ' +
    'linkedin instagram youtube uber airbnb spotify tesla nvidia intel amd iphone kakao naver tiktok telegram zoom'
  ).split(' '),
)

/** What programmers say in their own language and newspapers hardly ever. */
const programmingTerms = new RegExp(
  [
    '컴파일|디버[깅그]|리팩[토터]링|메[서소]드|인스턴스|커밋|빌드|라이브러리|프레임워크|파라미터|플러그인|렌더링|컴포넌트|스레드|쿼리|깃허브|오픈 ?소스|소스 ?코드|자바스크립트|파이썬|리눅스|우분투|임베디드|데이터베이스|인덱스|머신 ?러닝|딥 ?러닝|과적합',
    'コンパイル|デバッグ|リファクタ|メソッド|インスタンス|コミット|ビルド|ライブラリ|フレームワーク|パラメータ|プラグイン|レンダリング|コンポーネント|クエリ|オープンソース|ソースコード|リポジトリ|モジュール|スクリプト|プログラミング|コード|サーバ|データベース|アルゴリズム|ブラウザ|エディタ',
    '编译|編譯|调试|除錯|重构|函数|函式|插件|外掛|线程|執行緒|渲染|组件|元件|开源|開源|源代码|原始碼|代码|程式碼|脚本|模块|模組|框架|编程|仓库|实例|服务器|伺服器|数据库|資料庫|算法|前端|后端|程序员',
    'компил|отлад|рефактор|библиотек|фреймворк|плагин|репозитор|скрипт|исходник|программист|браузер|хостинг|сервер|домен',
  ].join('|'),
  'g',
)

const isCamelCase = (word: string): boolean => /^[a-z]{2,}[A-Z][A-Za-z]*$|^[A-Z][a-z]+(?:[A-Z][a-z]+){2,}$/.test(word)

/**
 * Whether a post is about technology, where English terms are part of the language: `commit 로그` is a word left over
 * in a newspaper and plain speech among developers. Code decides at once; else the terms that the text holds: strong
 * ones belong to software alone, weak ones are ordinary words as well.
 */
export const isTechnicalPost = (post: Post, runs: readonly LatinRun[], ownTerms: ReadonlySet<string>): boolean => {
  if (post.masks.some((mask) => mask.kind === 'opaque') || holdsCode(post.content)) return true
  const strong = new Set<string>()
  const weak = new Set<string>()
  for (const run of runs) {
    for (const { text } of run.words) {
      const word = text.toLowerCase()
      if (isCamelCase(text) || ownTerms.has(word)) strong.add(word)
      else if (householdNames.has(word) || word.length < 3) continue
      else if (isTechnicalTerm(word) && text !== text.toUpperCase()) (isEnglish(word) ? weak : strong).add(word)
      else if (technicalUse.has(word) && text === word) weak.add(word)
    }
  }
  let size = 0
  for (const { text } of post.units) {
    size += text.length
    for (const [term] of text.matchAll(programmingTerms)) strong.add(term)
  }
  return (
    strong.size >= 3 || (strong.size === 2 && size < 2000) || (strong.size === 1 && weak.size >= 2) || weak.size >= 6
  )
}
