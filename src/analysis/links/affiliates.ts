import type { Element, Root } from 'hast'
import { blocks, classesOf, textOf } from '../../post/elements.ts'

/** Hosts through which shops and networks count what a link sells; subdomains count too. */
export const affiliateHosts: readonly string[] = [
  'link.coupang.com coupa.ng linkprice.com click.linkprice.com lpweb.kr adpick.co.kr tenping.kr ilikesponsorad.com',
  'amzn.to amzn.asia a8.net hb.afl.rakuten.co.jp a.r10.to af.moshimo.com ck.jp.ap.valuecommerce.com',
  'click.linksynergy.com shareasale.com shrsl.com awin1.com tidd.ly anrdoezrs.net dpbolvw.net jdoqocy.com kqzyfj.com',
  'tkqlhce.com go.skimresources.com sjv.io pxf.io redirect.viglink.com hop.clickbank.net go.hotmart.com',
  's.click.taobao.com s.click.aliexpress.com u.jd.com union-click.jd.com ebay.us rover.ebay.com ad.admitad.com fxo.co',
  'prf.hn partner.bol.com',
].flatMap((line) => line.split(' '))

/** Words with which a block says that its links are paid for, by language; longer than the plain word, which posts use too. */
export const disclosures: Readonly<Record<string, readonly string[]>> = {
  ko: [
    '쿠팡 파트너스 활동',
    '파트너스 활동의 일환',
    '제휴 링크',
    '제휴링크',
    '협찬 링크',
    '광고 링크',
    '수수료를 제공받',
    '수수료를 받을 수',
    '원고료를 받고',
  ],
  en: [
    'affiliate link',
    'sponsored link',
    'paid link',
    'we may earn a commission',
    'i may earn a commission',
    'sponsored by',
  ],
  ja: ['アフィリエイトリンク', '広告リンク', 'スポンサーリンク', '提供リンク'],
  zh: ['推广链接', '推廣連結', '返利链接', '广告链接', '廣告連結', '赞助链接', '贊助連結'],
}

/** Whether an address of a shop carries the name of whom it pays. */
export const hasPartnerTag = ({ hostname, searchParams, pathname }: URL): boolean =>
  (/(?:^|\.)amazon\.[a-z.]{2,6}$/.test(hostname) && (searchParams.has('tag') || /\/[\w-]+-2\d$/.test(pathname))) ||
  (/(?:^|\.)ebay\.[a-z.]{2,6}$/.test(hostname) && searchParams.has('campid')) ||
  (/(?:^|\.)aladin\.co\.kr$/.test(hostname) &&
    /^ttb/i.test(searchParams.get('ttbkey') ?? searchParams.get('partner') ?? '')) ||
  (/(?:^|\.)coupang\.com$/.test(hostname) && /^AF\d+/.test(searchParams.get('lptag') ?? ''))

/** A block longer than this says more than that its links are paid for. */
const longestDisclosure = 400

/** Classes of blocks that hold advertisements. */
export const advertisement = /^(?:ad|ads|advert|advertisement|sponsored|sponsor-link|affiliate|promo|promotion)$/i
/** Classes of blocks that visitors wrote. */
export const discussion = /^(?:comments?|comment-(?:list|body|content|text)|user-content|ugc)$/i

/** Whether a block around has a class of some kind; a span of such a class is a remark of the writer’s own. */
export const isMarked = (parents: readonly (Root | Element)[], pattern: RegExp): boolean =>
  parents.some(
    (parent) =>
      parent.type === 'element' && blocks.has(parent.tagName) && classesOf(parent).some((name) => pattern.test(name)),
  )

/** The text of the block around, in lower case, if it is short enough to be about its links. */
export const blockText = (parents: readonly (Root | Element)[]): string => {
  const block = parents.findLast((parent) => parent.type === 'element' && blocks.has(parent.tagName))
  const text = block ? textOf(block) : ''
  return text.length > longestDisclosure ? '' : text.toLowerCase()
}
