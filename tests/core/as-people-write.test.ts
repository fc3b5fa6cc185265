import { describe, expect, test } from 'vitest'
import { codeFrom } from '@/lib/core/account/digits'
import { visibleEdges } from '@/lib/core/account/invisible'
import { intakeSchema } from '@/lib/core/intake/intake'
import { typedText } from '@/lib/core/intake/typed-text'
import { referenceBeginnings, referenceFrom } from '@/lib/core/request/reference'

describe('a reference as people write it', () => {
  test.each([
    'PR-DTNK-SQ4W',
    'pr-dtnk-sq4w',
    'PRDTNKSQ4W',
    'PR DTNK SQ4W',
    'PR–DTNK–SQ4W',
    'PR\u2011DTNK\u2011SQ4W',
    'PR\u00a0DTNK\u00a0SQ4W',
    'DTNK-SQ4W',
    'dtnksq4w',
    ' #PR-DTNK-SQ4W. ',
    '(PR_DTNK/SQ4W)',
    'ＰＲ－ＤＴＮＫ－ＳＱ４Ｗ',
    '\u200bPR-DTNK-SQ4W\u200b',
    'Reference: PR-DTNK-SQ4W',
    'Re: [PR-DTNK-SQ4W] Your request',
    'pr dtnk sq4w (deletion)',
    'https://privacy.example/requests/PR-DTNK-SQ4W/details',
    'PR-DTNK-SQ4W, PR-DTNK-SQ4W',
    'PR-DTNK-SQ٤W',
    'PR-DTNK-SQ४W',
    'Reference: DTNK-SQ4W',
    'ref dtnksq4w please',
    'my reference is DTNK SQ4W, thank you',
    'Your request PR -- DTNK -- SQ4W',
    'Aktenzeichen PR-DT\u00adNK-SQ4W',
  ])('%j is PR-DTNK-SQ4W', written => expect(referenceFrom(written)).toBe('PR-DTNK-SQ4W'))

  test('may begin with PR behind its PR', () => {
    expect(referenceFrom('prprab-cdfg')).toBe('PR-PRAB-CDFG')
    expect(referenceFrom('PRAB-CDFG')).toBe('PR-PRAB-CDFG')
  })
  test.each([
    '',
    'PR-1',
    'robin@people.example',
    'PR-DTNK-SQ4W-X',
    'XPR-DTNK-SQ4W',
    'PR-DTNK-SQ4W or PR-AAAA-BBBB',
    "' or 1=1",
    'call 2345 6789',
    'on 2322-2422',
    'DTNK-SQ4W or BCDF-GHJK',
    'DTNK-SQ4W-X',
  ])('%j is none', written => expect(referenceFrom(written)).toBe(written))
  test('is found by its beginning, too', () => {
    expect(referenceBeginnings('prdtnks')).toContain('PR-DTNK-S')
    expect(referenceBeginnings('dtnk s')).toContain('PR-DTNK-S')
    expect(referenceBeginnings('robin.example@people.example')).toEqual([])
  })
})

describe('a code as people write it', () => {
  test.each([
    '123456',
    ' 123 456 ',
    '123-456',
    '١٢٣٤٥٦',
    '۱۲۳۴۵۶',
    '１２３４５６',
    '\u200b123456\u200b',
    'Your code: 123456.',
  ])('%j is 123456', written => expect(codeFrom(written)).toBe('123456'))
  test.each(['', '12345', '1234567', 'abcdef', '123456 or 654321', '1'.repeat(1000)])('%j is none', written =>
    expect(codeFrom(written)).toBeNull(),
  )
})

describe('what is pasted into the form', () => {
  const sent = (more: object) =>
    intakeSchema.safeParse({ type: 'forum-deletion', email: 'a@people.example', ...more })
  const forum = { forumProfile: 'https://forum.example/u/robin', forumUsername: 'robin' }

  test.each([
    'https://forum.example/u/robin',
    'forum.example/u/robin',
    '<https://forum.example/u/robin>',
    'https://forum.example/u/robin. ',
    '\u200bhttps://forum.example/u/robin\u200b',
  ])('the link %j is taken', forumProfile => {
    expect(sent({ ...forum, forumProfile })).toMatchObject({
      success: true,
      data: { forumProfile: 'https://forum.example/u/robin' },
    })
  })
  test.each(['javascript:alert(1)', 'ftp://forum.example', 'robin', 'mailto:a@b.example'])(
    'the link %j is not',
    forumProfile => expect(sent({ ...forum, forumProfile }).success).toBe(false),
  )
  test('a name loses what can’t be seen at its edges, and keeps what its letters need', () => {
    expect(visibleEdges('\u202a\u200f Robin \u202c')).toBe('Robin')
    expect(visibleEdges('\u0645\u06cc\u200c\u0646')).toBe('\u0645\u06cc\u200c\u0646')
    expect(visibleEdges(`${' '.repeat(300_000)}a${' '.repeat(300_000)}a`)).toHaveLength(300_002)
    expect(sent({ ...forum, name: 'Robin\u202e O’Neil\u2069 \u202d李' })).toMatchObject({
      data: { name: 'Robin O’Neil 李' },
    })
    for (const name of ['O’Neil', "D'Arcy", 'X', '李', 'Nguyễn', 'می‌نا', 'R2-D2', '👩‍💻 Robin', 'Jean–Luc'])
      expect(sent({ ...forum, name }), name).toMatchObject({ data: { name } })
    expect(sent({ ...forum, name: '\u200bRobin\ufeff' })).toMatchObject({ data: { name: 'Robin' } })
  })
})

describe('a long letter', () => {
  test('of ten thousand characters fits, and a longer one is given back whole', () => {
    const details = (length: number) =>
      intakeSchema.safeParse({
        type: 'data-access',
        email: 'a@people.example',
        username: 'a',
        details: 'x'.repeat(length),
      })
    expect(details(10_000).success).toBe(true)
    expect(details(10_001).error?.issues[0]?.message).toBe('Use at most 10,000 characters.')
    expect(typedText('x'.repeat(64_000))).toHaveLength(64_000)
  })
})
