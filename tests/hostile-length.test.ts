import { describe, expect, test } from 'vitest'
import { inputOf } from '@/components/request/form/act-input'
import { clientAddress, networks } from '@/lib/auth/client-address'
import { safePath } from '@/lib/auth/safe-path'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { codeFrom } from '@/lib/core/account/digits'
import { visibleEdges } from '@/lib/core/account/invisible'
import { cleanFileName } from '@/lib/core/files/file-name'
import { intakeSchema } from '@/lib/core/intake/intake'
import { preferredLanguage } from '@/lib/core/intake/languages'
import { typedText } from '@/lib/core/intake/typed-text'
import { referenceBeginnings, referenceFrom } from '@/lib/core/request/reference'
import { boundaryOf } from '@/lib/files/multipart'
import { listVariables } from '@/lib/mail/template'
import { mailedSecret } from '@/lib/secrets'
import { hidesNul, isDecodable, isPath, plainPath } from '@/lib/web/target'

const MEGABYTE = 1_000_000
const pieces = [
  '/',
  '//',
  '%2e',
  '%',
  'a.',
  ' ',
  '\t\n',
  ',',
  '; ',
  'en,',
  '"',
  '\\"',
  '-',
  'PR-2',
  '4',
  '\u0301\u0316',
  '～',
  '@',
  '&lt;',
  '\r',
]
const megabytes = pieces.map(piece => [JSON.stringify(piece), piece.repeat(MEGABYTE / piece.length)] as const)

test.each(['\u0301\u0316', '%CC%81%CC%96'])(
  'a link of a megabyte of %j is none, before its host is composed',
  piece => {
    const forumProfile = `http://a${piece.repeat(MEGABYTE / piece.length)}.example/`
    const sent = { type: 'forum-deletion', email: 'kim@people.example', forumProfile }
    const read = intakeSchema.safeParse(sent)
    expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([
      'forumProfile',
      'Give the link to the profile.',
    ])
  },
)

describe('a hostile megabyte is read at once, wherever it comes in', () => {
  test.each(megabytes)('of %s', (_what, text) => {
    for (const read of [
      isPath,
      hidesNul,
      isDecodable,
      plainPath,
      mailedSecret,
      typedText,
      visibleEdges,
      codeFrom,
    ])
      expect(() => read(`/${text}x`)).not.toThrow()
    for (const read of [referenceFrom, referenceBeginnings, boundaryOf])
      expect(() => read(`${text}x`)).not.toThrow()
    expect(safePath(`/${text}\\`, '/requests')).toMatch(/^\//)
    expect(boundaryOf(`multipart/form-data; ${text}x`)).toBeNull()
    expect(clientAddress('10.0.0.1', `${text}x`, networks(['10.0.0.0/8']))).toBe('10.0.0.1')
    expect(cleanFileName(`${text}.pdf`, ['pdf'])).toMatch(/\.pdf$/)
    const form = new FormData()
    form.append(`a~${text}`, text)
    form.append('a~b.c', text)
    expect(Object.keys(inputOf(form)).length).toBeLessThanOrEqual(1)
  })
  /** More than our web server lets a header have. */
  test.each(megabytes)('of %s, as much of it as a header can hold', (_what, text) => {
    const headers = { get: (name: string) => (name === 'origin' ? `http://${text.slice(0, 16_384)}` : null) }
    expect(isSameOrigin(headers, 'http://habeas.test')).toBe(false)
    expect(preferredLanguage(`${text.slice(0, 16_384)}x`)).toMatch(/^[a-z]{2}$/)
  })
  test.each(['{{ ', '{% ', '{{ a[', '{% if a and ', '{{ "'])(
    'of %s, as much of it as a template can hold',
    piece => {
      expect(listVariables(piece.repeat(20_000 / piece.length))).toEqual([])
    },
  )
})
