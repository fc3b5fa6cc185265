import { expect, test } from 'vitest'
import { retryAfter } from '@/lib/systems/retry-after'

const date = 'Tue, 06 May 2031 12:00:00 GMT'

test.each([
  ['seconds', { 'retry-after': '37' }, 37],
  ['seconds with space around', { 'retry-after': ' 37 ' }, 37],
  [
    'at most a quarter of an hour, as a typing error there must not stop us for days',
    { 'retry-after': '864000' },
    900,
  ],
  ['a date, by the server’s own clock', { date, 'retry-after': 'Tue, 06 May 2031 12:00:37 GMT' }, 37],
  ['a date that is far away', { date, 'retry-after': 'Tue, 13 May 2031 12:00:00 GMT' }, 900],
  ['a date that is over', { date, 'retry-after': 'Tue, 06 May 2031 11:00:00 GMT' }, 0],
])('is %s', (_, headers, seconds) => {
  expect(retryAfter(headers)).toBe(seconds)
})

test.each([
  ['nothing', {}],
  ['an empty text', { 'retry-after': ' ' }],
  ['a word', { date, 'retry-after': 'soon' }],
  ['less than nothing', { 'retry-after': '-5' }],
  ['a date, of a server that doesn’t say what time it is', { 'retry-after': date }],
])('isn’t told by %s', (_, headers) => {
  expect(retryAfter(headers)).toBeNull()
})
