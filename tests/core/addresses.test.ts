import { describe, expect, it } from 'vitest'
import { accountAddresses } from '@/lib/core/derived/account-addresses'
import { represent } from '@/lib/core/view/representation'
import { ada, carl, priya, robin, sam } from './cast'
import { aRequest, type Story } from './given'
import { rules, zone } from './runner'

const old = 'old@people.example'
const older = 'older@people.example'
const withSecondary = (account = {}, given = {}): Story => {
  const story = aRequest(account, given)
  story.secondaries = [old]
  return story.begun()
}
const addresses = (story: Story) => accountAddresses(story.request)
const shown = (story: Story, actor = sam) => represent(story.request, actor, zone, rules).account

describe('the addresses of the account', () => {
  it('are frozen with the checks, the primary one first', () => {
    expect(addresses(withSecondary())).toEqual([robin.email, old])
  })
  it('are all there for a request that was made through a secondary one', () => {
    expect(addresses(withSecondary({}, { email: old }))).toEqual([robin.email, old])
  })
  it('stay once the directory no longer knows the account, for the searches that follow', () => {
    const story = withSecondary().completed('gitlab-deletion')
    story.account = null
    expect(addresses(story.found({ zendesk: true, customersPortal: false }))).toEqual([robin.email, old])
  })
  it('gain what a fresh look finds, and lose nothing that an earlier one knew', () => {
    const story = withSecondary()
    story.secondaries = [older]
    story.ticked('gitlab-deletion', 1)
    expect(addresses(story)).toEqual([robin.email, older, old])
  })
  it('are given to marketing whole, even where the account went first', () => {
    const story = withSecondary().completed('gitlab-deletion')
    story.account = null
    story.foundNowhere().marketed()
    expect(story.effects).toContainEqual({ kind: 'suppress', addresses: [robin.email, old] })
  })
  it('go when the request closes', () => {
    const story = withSecondary().completed('gitlab-deletion').foundNowhere().marketed()
    expect(story.request).toMatchObject({ state: 'closed', accountEmails: [] })
    expect(addresses(story)).toEqual([])
    expect(shown(story)).toBeNull()
  })
  it('are looked up again when it is reopened', () => {
    const story = aRequest({ privateProjects: 2 }, { rating: 'high' })
    story.secondaries = [old]
    story.begun().asked().does(sam, 'fail-verification', { note: 'Wrong' })
    expect(addresses(story)).toEqual([])
    expect(addresses(story.does(sam, 'reopen', { reason: 'Called' }))).toEqual([robin.email, old])
  })
  it('are the ones on the request where no account is looked up', () => {
    expect(addresses(aRequest(null, { type: 'portal-deletion' }).confirmed())).toEqual([robin.email])
  })
  it('can be recorded by hand, several between semicolons', () => {
    const story = aRequest().confirmed()
    story.unreachable = true
    story.does(sam, 'record-checks', {
      emailExists: true,
      usernameExists: true,
      sameAccount: true,
      secondaryEmails: `${old}; ${robin.email}`,
      source: 'Admin area',
      note: 'Looked there',
    })
    expect(addresses(story)).toEqual([robin.email, old])
  })
  it('are shown to those who work on it, and not to an admin', () => {
    const story = withSecondary().found({ zendesk: false, customersPortal: true })
    for (const actor of [sam, carl, priya])
      expect(shown(story, actor)).toEqual({ emails: [robin.email, old] })
    expect(shown(story, ada)).toBeNull()
  })
})
