/** Parameters that name a campaign, a click or a visit, and never change the page. */
export const trackingParameters: readonly string[] = [
  'utm_* fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid',
  '_hsenc _hsmi __hstc __hssc mkt_tok vero_id oly_enc_id NaPm n_media n_query n_rank n_ad_group n_ad wt_mc _ga _gl',
  'ref_src ref_url spm PHPSESSID jsessionid sessionid ASPSESSIONID*',
].flatMap((line) => line.split(' '))

/** Tests names against a list in which `*` stands for any ending. */
export const nameMatcher = (names: readonly string[]): ((name: string) => boolean) => {
  const lower = names.map((name) => name.toLowerCase())
  const exact = new Set(lower)
  const beginnings = lower.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))
  return (name) => exact.has(name) || beginnings.some((beginning) => name.startsWith(beginning))
}

/** A written address without some parameters of its query; `&amp;` between them is kept as it is. */
export const withoutParameters = (written: string, isUnwanted: (name: string) => boolean): string => {
  const hash = written.indexOf('#')
  const end = hash < 0 ? written.length : hash
  const start = written.indexOf('?')
  if (start < 0 || start > end) return written
  const pieces = written.slice(start + 1, end).split(/(&amp;|&)/)
  let query = ''
  for (let at = 0; at < pieces.length; at += 2) {
    if (isUnwanted((pieces[at] ?? '').split('=', 1)[0]!.toLowerCase())) continue
    query += (query === '' ? '?' : (pieces[at - 1] ?? '&')) + pieces[at]
  }
  return written.slice(0, start) + query + written.slice(end)
}
