import { z } from 'zod'
import { happeningTypes } from '@/lib/core/view/happenings'
import { createWebhook, removeWebhook, replayDelivery, sendTest } from '@/lib/door/webhooks/webhooks'
import { type Change, changeResult } from './change-result'

const id = z.string().min(1).max(100)
const ticked = z.record(z.string(), z.boolean()).default({})

/** An event as the name of a box: dots nest there. */
export const eventField = (type: string): string => type.replace('.', '-')

/** What the page about webhooks changes. */
export const webhookChanges: Readonly<Record<string, Change>> = {
  'create-webhook': async (actor, input, commandId) => {
    const boxes = ticked.parse(input.events)
    const events = happeningTypes.filter(type => boxes[eventField(type)])
    const made = await createWebhook(actor, { url: input.url ?? '', events }, commandId)
    return made.ok && made.secret
      ? {
          ok: true,
          title: 'Added. This is its secret, with which your program checks each event.',
          text: 'It is shown once; keep it somewhere safe.',
          shownOnce: made.secret,
        }
      : changeResult(
          made,
          'It was added already.',
          'Its secret is shown once. If you don’t have it, remove the webhook and add it again.',
        )
  },
  'remove-webhook': async (actor, input, commandId) =>
    changeResult(await removeWebhook(actor, id.parse(input.id), commandId), 'The webhook is removed.'),
  'test-webhook': async (actor, input, commandId) =>
    changeResult(
      await sendTest(actor, id.parse(input.id), commandId),
      'A test is on its way.',
      'Its log says within seconds what became of it.',
    ),
  'replay-webhook': async (actor, input, commandId) => {
    const done = await replayDelivery(actor, id.parse(input.id), commandId)
    return !done.ok && done.reason === 'not-found'
      ? { ok: false, title: 'It is on its way already, or gone.' }
      : changeResult(done, 'It is sent again.', 'It has the id that it had, so nothing happens twice.')
  },
}
