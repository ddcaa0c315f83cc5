/** Phrases that send a reader off to buy or visit something, by language. */
export const callsToAction: Readonly<Record<string, readonly string[]>> = {
  ko: [
    '필요하시다면',
    '필요하시면',
    '필요하다면',
    '확인하세요',
    '확인해 보세요',
    '확인해보세요',
    '바로가기',
    '클릭하세요',
    '방문하세요',
    '방문해 보세요',
    '만나보세요',
  ],
  en: ['click here', 'visit our', 'check out our', 'buy now', 'order now', 'shop now', 'get yours', 'need more tips'],
  ja: ['今すぐ購入', 'お申し込みはこちら', '詳しくはこちら', 'ご購入はこちら'],
  zh: ['点击这里', '點擊這裡', '立即购买', '立即購買', '点此购买', '更多优惠'],
}
