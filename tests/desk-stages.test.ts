import { describe, expect, test } from 'vitest'
import { stagesOf } from '@/components/request/panels/stages-of'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { requester } from '@/tests/core/cast'
import { aRequest } from '@/tests/core/given'

const line = (request: PrivacyRequest) =>
  stagesOf(request, 'UTC').map(({ title, detail, state }) =>
    detail === 'Not reached' ? `${title} (not reached)` : `${title} (${state})`,
  )
const portal = () => aRequest(null, { type: 'portal-deletion', username: null }).confirmed()

describe('the stages of a request, told to the desk', () => {
  test('a type that looks nothing up and asks for nothing has neither checks nor verifying', () => {
    expect(line(portal().request)).toEqual(['Submitted (done)', 'Deleting (now)', 'Closed (next)'])
  })
  test('when it is fulfilled, the work is behind it', () => {
    const done = portal().located(false)
    expect(line(done.request)).toEqual(['Submitted (done)', 'Deleting (done)', 'Closed: fulfilled (done)'])
  })
  test('taken back while it was deleted, it had come as far as that', () => {
    const { request } = portal()
    const back = portal().does(requester(request.id), 'withdraw')
    expect(line(back.request)).toContain('Deleting (done)')
  })
  test('where no account was found, nothing after the checks was reached', () => {
    const { request } = aRequest(null).begun()
    expect(line(request)).toEqual([
      'Submitted (done)',
      'Checking (done)',
      'Verifying (not reached)',
      'Deleting (not reached)',
      'Closed: no account (done)',
    ])
  })
})
