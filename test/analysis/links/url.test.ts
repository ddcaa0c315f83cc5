import { describe, expect, it } from 'vitest'
import { addressTextOf } from '../../../src/analysis/links/address-text.ts'
import { addressOf, domainOf } from '../../../src/analysis/links/url.ts'

describe('addressOf', () => {
  it.each([
    ['', 'empty'],
    ['#top', 'fragment'],
    ['/a', 'relative'],
    ['a/b:c', 'relative'],
    ['?q=1', 'relative'],
    ['//example.com/x', 'web'],
    [' HTTPS://example.com ', 'web'],
    ['http://', 'invalid'],
    ['mailto:a@example.com', 'mail'],
    ['tel:+82', 'phone'],
    ['javascript:void(0)', 'script'],
    ['data:,x', 'data'],
    ['ftp://example.com', 'other'],
  ])('takes “%s” for %s', (value, kind) => expect(addressOf(value).kind).toBe(kind))
})

describe('domainOf', () => {
  it.each([
    ['www.example.com', 'example.com'],
    ['a.b.korea.co.kr', 'korea.co.kr'],
    ['news.bbc.co.uk.', 'bbc.co.uk'],
    ['naver.me', 'naver.me'],
    ['127.0.0.1', '127.0.0.1'],
  ])('gives %s as %s', (host, domain) => expect(domainOf(host)).toBe(domain))
})

describe('addressTextOf', () => {
  it.each([
    ['korea.kr', 'https://www.korea.kr/', 'domain'],
    ['https://korea.kr', 'https://korea.kr/news?id=1', 'url'],
    ['korea.kr/news…', 'https://korea.kr/news/2024', 'url'],
    ['https://bank.kr', 'https://bank-login.net/', 'deceptive'],
    ['https://bank.kr', 'https://web.archive.org/web/2020/https://bank.kr', 'url'],
    ['http://code.google.com/p/postmark', 'https://github.com/ada/postmark', 'url'],
    ['Booking.com', 'https://booking.com', undefined],
    ['node.js', 'https://nodejs.org', undefined],
    ['http://localhost:4000', 'http://localhost:4000', undefined],
    ['Timetable', 'https://korea.kr', undefined],
    ['korea.kr', 'mailto:a@korea.kr', undefined],
  ])('takes “%s” to %s for %s', (text, href, kind) => expect(addressTextOf(text, href)).toBe(kind))
})
