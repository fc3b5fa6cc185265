import { openWords } from '@/components/desk/law-preview'
import { dayWords } from '@/components/ui/date-labels'
import { zoneOf } from '@/lib/core/deadlines/days'
import type { StaffActor } from '@/lib/core/people/actor'
import { type LawPreview, previewClocks, previewDefault } from '@/lib/door/handbook/law-preview'
import { env } from '@/lib/env'
import type { ChangeResult } from '../change-result'
import { typedClocks } from './typed-clocks'

/** So many requests are named before the change is proposed; the proposal lists more. */
const NAMED = 5

type Ahead = (actor: StaffActor, input: Record<string, unknown>) => Promise<ChangeResult>

/** What a proposal would do, shown before it is made; nothing is changed. */
export const aheadOf: Readonly<Record<string, Ahead>> = {
  'propose-law-clocks': async (actor, input) => {
    const { law, clocks } = typedClocks(input)
    return words(await previewClocks(actor, String(law), clocks))
  },
  'propose-default-law': async (actor, { value }) => words(await previewDefault(actor, String(value))),
}

function words(preview: LawPreview | null): ChangeResult {
  if (!preview) return { ok: false, title: 'These clocks don’t fit the law. Look at the numbers again.' }
  const { changes, open, lookedAt, touched } = preview
  const lines = changes.map(({ actions, from, to }) => `For ${actions}: ${to}, instead of ${from}.`)
  const named = touched.slice(0, NAMED).map(request => {
    const zone = zoneOf(request, env().orgTimeZone)
    const { reference, dueOn, wouldBeDue } = request
    return `${reference}: ${dayWords(wouldBeDue, zone)} instead of ${dayWords(dueOn, zone)}.`
  })
  const text = [
    ...(lines.length > 0 ? lines : ['The clocks stay the same.']),
    openWords(open, lookedAt, touched.length),
    ...named,
  ]
  return { ok: true, ahead: true, title: 'If this is applied', text: text.join(' ') }
}
