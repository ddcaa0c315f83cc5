import type { Element } from 'hast'
import { perObject } from '../../memo.ts'
import { attributeOf } from '../../post/elements.ts'
import type { Post } from '../../post/post.ts'
import { ownSite } from '../links/own-site.ts'
import { addressOf } from '../links/url.ts'

/** Hosts whose frames and scripts posts embed as a matter of course; subdomains count. */
export const embedHosts: readonly string[] = [
  ...['youtube.com', 'youtube-nocookie.com', 'youtu.be', 'vimeo.com', 'dailymotion.com', 'ted.com', 'twitch.tv'],
  ...['bilibili.com', 'youku.com', 'v.qq.com', 'nicovideo.jp', 'tv.naver.com', 'serviceapi.nmv.naver.com'],
  ...['tv.kakao.com', 'play-tv.kakao.com', 'map.kakao.com', 'map.naver.com', 'developers.kakao.com', 'dapi.kakao.com'],
  ...['slideshare.net', 'speakerdeck.com', 'slides.com', 'scribd.com', 'issuu.com', 'prezi.com'],
  ...['codepen.io', 'codesandbox.io', 'stackblitz.com', 'jsfiddle.net', 'jsbin.com', 'replit.com', 'glitch.com'],
  ...['gist.github.com', 'asciinema.org', 'observablehq.com', 'play.rust-lang.org', 'carbon.now.sh', 'desmos.com'],
  ...['google.com', 'docs.google.com', 'maps.google.com', 'google.co.jp', 'google.co.kr', 'openstreetmap.org'],
  ...['spotify.com', 'soundcloud.com', 'bandcamp.com', 'embed.music.apple.com', 'embed.podcasts.apple.com'],
  ...['platform.twitter.com', 'platform.x.com', 'instagram.com', 'tiktok.com', 'facebook.com', 'connect.facebook.net'],
  ...[
    'embed.redditmedia.com',
    'embed.reddit.com',
    'platform.linkedin.com',
    'embedly.com',
    'iframely.com',
    'archive.org',
  ],
  ...[
    'hatenablog-parts.com',
    'hatenablog.com',
    'buttons.github.io',
    'dabblet.com',
    'giphy.com',
    'gstatic.com',
    'airtable.com',
    'figma.com',
    'loom.com',
    'typeform.com',
  ],
]

/** Whether a host is one of some hosts, or below one. */
export const hostMatcher = perObject((hosts: readonly string[]): ((host: string) => boolean) => {
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  return (host) => {
    for (let rest = host; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1)) {
      if (known.has(rest)) return true
      if (!rest.includes('.')) return false
    }
    return false
  }
})

/** Finds the host of what a frame shows where it is neither the own site nor allowed. A sandbox is the writer's answer. */
export const foreignHostFinder = (
  post: Post,
  isAllowed: (host: string) => boolean,
): ((node: Element) => string | undefined) => {
  let isOwn: ((address: string) => boolean) | undefined
  return (node) => {
    // Most posts show no frames.
    isOwn ??= ownSite(post)
    const address = attributeOf(node, node.tagName === 'object' ? 'data' : 'src')
    if (address === undefined || isOwn(address) || node.properties.sandbox !== undefined) return undefined
    const host = addressOf(address).url?.hostname.toLowerCase()
    return host === undefined || isAllowed(host) ? undefined : host
  }
}
