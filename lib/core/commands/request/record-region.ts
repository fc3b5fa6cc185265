import { z } from 'zod'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance } from '../../machine/flow'
import { endEmbargoed, isEmbargoed } from '../../machine/screens/embargo'
import { supportAndPrivacy } from '../../people/permissions'

/** The region that the person named, as ISO 3166-2; the embargo list is looked at again. */
export const recordRegion = requestCommand({
  name: 'record-region',
  label: 'Record the region',
  may: 'Record the region of an export',
  who: supportAndPrivacy,
  says: {
    before: 'The embargo list is looked at again: an embargoed region ends the request, any other goes on.',
    done: 'The region is recorded.',
    mailsToo: true,
    history: 'recorded the region',
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    region: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Use the region’s code, such as UA-30.'),
    note: z.string().trim().min(1).max(2000),
  }),
  form: [
    { name: 'region', label: 'Region as its ISO 3166-2 code', hint: 'Such as UA-30 for Kyiv.' },
    { name: 'note', label: 'Where the person said so' },
  ],
  decide(request, { region, note }, context) {
    if (!request.country || !region.startsWith(`${request.country}-`))
      return refuse('contradiction', 'region')
    // Another region may be under another law, so the law is looked for anew.
    const draft = new Draft(request, context).set({ region, dueRule: '' }).note(`Region recorded: ${note}`)
    const ends =
      typeOf(request).screens.includes('embargo') && isEmbargoed(draft.next, context.rules.embargoed)
    return (ends ? endEmbargoed(draft) : advance(draft)).done()
  },
})
