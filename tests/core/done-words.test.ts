import { expect, it } from 'vitest'
import { doneWords } from '@/components/request/labels/result-copy'
import { sendMessage } from '@/lib/core/commands/request/send-message'
import { aRequest } from './given'
import { zone } from './runner'

it('says whose turn it is, also to somebody who pressed twice and sees the second answer', () => {
  const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun()
  const before = story.request
  const after = story.asked().request
  const clock = { now: story.now, timeZone: zone }
  const turn = 'Now it is the requester’s turn.'
  expect(doneWords(sendMessage, before, after, clock).text).toContain(turn)
  expect(doneWords(sendMessage, after, after, clock).text).toContain(turn)
})
