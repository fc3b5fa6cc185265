import { z } from 'zod'
import { lawName } from '../../deadlines/law-basis'
import { countriesWithNamedRegions, isRegionOf, namedRegions, regionName } from '../../deadlines/region-names'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'
import { countryChoices, countryCodes, placeCode } from '../../request/countries'
import { correctPlace } from '../correct-place'

const countries = Object.fromEntries(countryChoices('en').map(({ value, label }) => [value, label]))
const regions = Object.fromEntries(
  countriesWithNamedRegions.flatMap(country =>
    namedRegions(country).map(region => [region, `${regionName(region)} (${countries[country]})`]),
  ),
)

/** Corrects where the person lives, or records that they were asked. The law and the due date follow from it. */
export const correctJurisdiction = requestCommand({
  name: 'correct-jurisdiction',
  label: 'Correct where the person lives',
  may: 'Correct where the person lives',
  who: supportAndPrivacy,
  says: {
    before:
      'The law, the due date and its reminders are worked out again from the day of receipt. The new date may be earlier, or already past; a request that is overdue stays overdue. An embargoed place ends an export.',
    done: 'Where the person lives is recorded.',
    mailsToo: true,
    history: ({ dueRule, dueRuleBefore }) =>
      typeof dueRule === 'string' && dueRuleBefore
        ? `corrected where the person lives; the law is now ${lawName(dueRule)}`
        : 'recorded where the person lives',
  },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({
    country: z.preprocess(
      typed => (typeof typed === 'string' ? placeCode(typed) : typed),
      z.enum(countryCodes, 'Choose a country from the list.'),
    ),
    region: z
      .string()
      .overwrite(placeCode)
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Use the region’s code, such as US-CA.')
      .optional(),
    note: z.string().trim().min(1).max(2000),
  }),
  form: [
    { name: 'country', label: 'Country', choices: countries },
    {
      name: 'region',
      label: 'State, province or region',
      choices: regions,
      empty: 'Not known, or not in this list',
    },
    { name: 'note', label: 'How you know' },
  ],
  decide(request, { country, region, note }, context) {
    if (region && !isRegionOf(region, country)) return refuse('contradiction', 'region')
    const draft = new Draft(request, context)
    return correctPlace(draft, { country, region: region ?? null }, `Where the person lives: ${note}`).done()
  },
})
