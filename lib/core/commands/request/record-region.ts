import { z } from 'zod'
import { isRegionOf } from '../../deadlines/region-names'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'
import { placeCode } from '../../request/countries'
import { correctPlace } from '../correct-place'

/** The region that the person named, as ISO 3166-2; the embargo list is looked at again. */
export const recordRegion = requestCommand({
  name: 'record-region',
  label: 'Record the region',
  may: 'Record the region of an export',
  who: supportAndPrivacy,
  says: {
    before:
      'The embargo list is looked at again: an embargoed region ends the request, with any other it continues.',
    done: 'The region is recorded.',
    mailsToo: true,
    history: 'recorded the region',
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    region: z
      .string()
      .overwrite(placeCode)
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Use the region’s code, such as UA-30.'),
    note: z.string().trim().min(1).max(2000),
  }),
  form: [
    { name: 'region', label: 'Region as its ISO 3166-2 code', hint: 'Such as UA-30 for Kyiv.' },
    { name: 'note', label: 'Where the person said so' },
  ],
  decide(request, { region, note }, context) {
    if (!request.country || !isRegionOf(region, request.country)) return refuse('contradiction', 'region')
    const place = { country: request.country, region }
    return correctPlace(new Draft(request, context), place, `Region recorded: ${note}`).done()
  },
})
