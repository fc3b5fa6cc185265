import { describe, expect, test } from 'vitest'
import { findMessage, type messages } from '@/emails/index'
import { renderMessage } from '@/lib/mail/render'

/** A message as it reads to somebody who asks for a person who has died, or for themselves. */
function said(key: (typeof messages)[number]['key'], bereaved: 'yes' | ''): string {
  const template = findMessage(key)
  const examples = Object.entries(template.variables).map(([name, { example }]) => [name, example])
  const rendered = renderMessage(template, { ...Object.fromEntries(examples), awaited_from: '', bereaved })
  if ('missing' in rendered) return expect.unreachable()
  return rendered.text
}

describe('what the bereaved read', () => {
  test.each([
    ['request-received', /We are sorry for your loss\./],
    [
      'medium-risk-gitlab-account-verification-question',
      /If you can’t know this, say so: we look for another way\./,
    ],
    [
      'high-risk-gitlab-account-verification-question',
      /If you can’t know this, say so: we look for another way\./,
    ],
    ['documents-needed', /We know that this is a hard time/],
    ['reminder', /only a reminder/],
    ['deadline-extended', /at a time when you have enough to do/],
    ['failed-verification', /There is no hurry/],
    ['security-notice', /If you are the owner of this account, tell us at once\./],
  ] as const)('%s has words of its own', (key, words) => {
    expect(said(key, 'yes')).toMatch(words)
    expect(said(key, '')).not.toMatch(words)
  })
  test.each([
    'request-received',
    'medium-risk-gitlab-account-verification-question',
    'high-risk-gitlab-account-verification-question',
    'failed-verification',
  ] as const)('%s doesn’t doubt who they are, nor hurry them', key => {
    expect(said(key, 'yes')).not.toMatch(
      /right person|didn’t ask for this|answer once|only send your answers once/,
    )
  })
})
