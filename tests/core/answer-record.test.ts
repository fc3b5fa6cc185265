import { describe, expect, it } from 'vitest'
import { priya, requester, sam } from './cast'
import { aRequest } from './given'

const record = ({ request }: ReturnType<typeof aRequest>) => [request.response, request.respondedAt]
const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun()

describe('the record of an answer', () => {
  it('is empty until there is one', () => {
    expect(record(risky())).toEqual([null, null])
  })
  it('of a request that was carried out is whole, with the day on which the person was told', () => {
    const story = aRequest().begun().days(2).completed('gitlab-deletion').foundNowhere().marketed()
    expect(record(story)).toEqual(['whole', story.now])
  })
  it('of data that was handed over has the day of the hand-over', () => {
    const story = aRequest({}, { type: 'data-access' }).begun().days(1)
    const handedOver = story.now
    story.completed('access')
    expect(record(story)).toEqual(['whole', handedOver])
  })
  it('of a deletion that others had done, with the rest left undone, is in part', () => {
    const story = risky().vanished().says('account-already-deleted')
    expect(record(story)).toEqual(['part', story.now])
  })
  it.each([
    ['not verified', () => risky().asked().days(8)],
    ['no account', () => aRequest(null).begun()],
    ['refused', () => aRequest().begun().does(priya, 'close', { outcome: 'refused', note: 'x' })],
  ])('%s is denied', (_how, make) => {
    const story = make()
    expect(record(story)).toEqual(['denied', story.request.closedAt])
  })
  it('is none where nothing was answered: taken back, or never confirmed', () => {
    expect(record(aRequest().begun().does(requester('id'), 'withdraw'))).toEqual([null, null])
    expect(record(aRequest().days(8))).toEqual([null, null])
    expect(record(aRequest({}, { type: 'forum-deletion' }).days(8))).toEqual([null, null])
  })
  it('of a refusal is denied, also where nobody had confirmed the request', () => {
    const story = aRequest().does(priya, 'close', { outcome: 'refused', note: 'x', ground: 'excessive' })
    expect(record(story)).toEqual(['denied', story.now])
  })
  it('begins anew when the request is reopened', () => {
    const story = risky().asked().days(8).does(sam, 'reopen', { reason: 'Was away' })
    expect(record(story)).toEqual([null, null])
    expect(story.request.ground).toBeNull()
  })
})
