import { describe, expect, test } from 'vitest'
import { isSameOrigin } from '@/lib/auth/same-origin'

const app = 'https://privacy.example'
const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), app)

describe('whether a form comes from one of our pages', () => {
  test('the browser’s own word counts, also where the page hides its origin', () => {
    expect(from({ 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(true)
    for (const site of ['same-site', 'cross-site', 'none', 'nonsense'])
      expect(from({ 'sec-fetch-site': site, origin: app }), site).toBe(false)
  })
  test('without it, the origin has to be ours', () => {
    expect(from({ origin: app })).toBe(true)
    expect(from({ origin: 'http://localhost:3000', host: 'localhost:3000' })).toBe(true)
  })
  test('without either, the page it was sent from has to be ours', () => {
    expect(from({ referer: `${app}/` })).toBe(true)
    expect(from({ referer: `${app}/request/new` })).toBe(true)
    for (const referer of ['https://evil.example/', `https://evil.example/${app}/`, 'about:blank', 'x', ''])
      expect(from({ referer, host: 'privacy.example' }), referer).toBe(false)
    for (const origin of ['null', 'https://evil.example', ''])
      expect(from({ origin, referer: `${app}/` }), origin).toBe(false)
  })
  test('foreign, null, malformed or missing: refused', () => {
    for (const origin of [
      'https://evil.example',
      'https://privacy.example.evil.example',
      'null',
      '',
      'privacy.example',
      'http://privacy.example',
    ])
      expect(from({ origin, host: 'elsewhere.example' }), origin).toBe(false)
    expect(from({ host: 'privacy.example' })).toBe(false)
  })
})
