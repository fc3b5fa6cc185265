import { describe, expect, test } from 'vitest'
import { findMessage, messages } from '@/emails/index'
import { renderMessage } from '@/lib/mail/render'

type Key = (typeof messages)[number]['key']

/** A message as it reads to somebody who asks for a person who has died, for themselves, or for a person who is alive. */
function said(key: Key, bereaved: 'yes' | '', acting: 'yes' | '' = ''): string {
  const template = findMessage(key)
  const examples = Object.entries(template.variables).map(([name, { example }]) => [name, example])
  const rendered = renderMessage(template, {
    ...Object.fromEntries(examples),
    awaited_from: '',
    bereaved,
    acting,
  })
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
    ['no-account-found', /we will look with you/],
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

describe('what only the dead could do', () => {
  test('is asked by no mail to the bereaved', () => {
    for (const { key } of messages)
      expect(said(key, 'yes'), key).not.toMatch(
        /Cancel subscription|end the subscription|is yours\b|account’s profile page/,
      )
  })
})

describe('the day of a request', () => {
  test('can’t be read as that of the death', () => {
    for (const { key } of messages)
      expect(said(key, 'yes'), key).not.toMatch(/(of someone who has died|account) on \d/)
  })
})

describe('what somebody reads who acts for a person who is alive', () => {
  test.each([
    'medium-risk-gitlab-account-verification-question',
    'high-risk-gitlab-account-verification-question',
  ] as const)('%s doesn’t doubt who they are, and says that not knowing is an answer, too', key => {
    expect(said(key, '', 'yes')).toMatch(/You have shown us that you may act\./)
    expect(said(key, '', 'yes')).toMatch(/If you can’t know this, say so/)
    expect(said(key, '', 'yes')).not.toMatch(/right person|only send your answers once/)
  })
  test('failed-verification doesn’t doubt who they are', () => {
    expect(said('failed-verification', '', 'yes')).toMatch(/If the person still wants this/)
    expect(said('failed-verification', '', 'yes')).not.toMatch(/right person/)
  })
  test('on-hold doesn’t take the person’s subscription for theirs', () => {
    expect(said('on-hold', '', 'yes')).toMatch(/nothing is lost that has been paid for/)
    expect(said('on-hold', '', 'yes')).toMatch(/they can end the subscription earlier/)
    expect(said('on-hold', '', 'yes')).not.toMatch(/you (can end|have paid)/)
  })
  test.each(['account-already-deleted', 'blocked-account-deletion-request'] as const)(
    '%s doesn’t take the person’s data for theirs',
    key => expect(said(key, '', 'yes')).not.toMatch(/is yours/),
  )
  test('request-received speaks of the look at their authority, and of no questions', () => {
    expect(said('request-received', '', 'yes')).toMatch(/whether you may act/)
    expect(said('request-received', '', 'yes')).not.toMatch(/right person|sorry for your loss/)
  })
  test.each([
    'enterprise-user',
    'enterprise-user-access-not-available',
    'no-enterprise-admin-permission-deletion',
  ] as const)('%s doesn’t take the person’s organisation for theirs', key => {
    expect(said(key, '', 'yes')).not.toMatch(/your (organisation|administrator|employer)/)
  })
})
