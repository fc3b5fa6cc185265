import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextArea } from '@/components/ui/form/text-field'
import { SummaryList } from '@/components/ui/summary-list'
import { sentenceBefore } from '@/lib/core/advice/form-fields'
import { correctJurisdiction } from '@/lib/core/commands/request/correct-jurisdiction'
import { lawName, lawWhy, standsIn } from '@/lib/core/deadlines/law-basis'
import {
  countriesWithNamedRegions,
  namedRegions,
  regionGroups,
  regionName,
} from '@/lib/core/deadlines/region-names'
import { countryGroups, countryName } from '@/lib/core/request/countries'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { inputName } from '../form/act-input'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { Panel } from './panel'

interface PlaceProps {
  request: Pick<PrivacyRequest, 'country' | 'region' | 'dueRule' | 'lawBasis'>
  on: CommandTarget
  /** Countries that are offered first. */
  usual: readonly string[]
  /** Whether this person can correct it now. */
  corrects: boolean
  /** The account has another country or region. */
  contradicted: boolean
}

const regions = regionGroups(countriesWithNamedRegions.flatMap(namedRegions))

/** Where the person lives and which law follows; the form says what would change before it is recorded. */
export function Place({ request, on, usual, corrects, contradicted }: PlaceProps) {
  const { country, region, dueRule, lawBasis } = request
  const form = 'place'
  const law = (
    <span className="flex flex-wrap items-center gap-x-2">
      {lawName(dueRule)}
      {standsIn(lawBasis) && (
        <Chip meaning="soon" icon="triangle-alert">
          Law not known
        </Chip>
      )}
    </span>
  )
  return (
    <Panel id="place" title="Where the person lives">
      <SummaryList
        rows={[
          { label: 'Country', value: country && countryName(country) },
          { label: 'State, province or region', value: region && regionName(region) },
          { label: 'Law', value: law },
        ]}
      />
      <p className="mt-2">{lawWhy(request)}</p>
      {contradicted && (
        <p className="mt-2">
          <Chip meaning="soon" icon="triangle-alert">
            The account has another country or region
          </Chip>
        </p>
      )}
      {corrects && (
        <CommandForm on={on} command="correct-jurisdiction" form={form} className="mt-3">
          <Confirm label={correctJurisdiction.label} sentence={sentenceBefore(correctJurisdiction)}>
            <Select
              key={`country ${country}`}
              name={inputName(form, 'country')}
              label="Country"
              empty="Choose"
              defaultValue={country ?? ''}
              choices={countryGroups(usual)}
            />
            <Select
              key={`region ${region}`}
              name={inputName(form, 'region')}
              label="State, province or region"
              empty="Not known, or not in this list"
              defaultValue={region ?? ''}
              choices={regions}
            />
            <TextArea name={inputName(form, 'note')} label="How you know" rows={2} required />
            <div className="flex flex-wrap gap-2">
              <Button name="ahead" value="true">
                See what changes
              </Button>
              <Button tone="primary">Record it</Button>
            </div>
          </Confirm>
        </CommandForm>
      )}
    </Panel>
  )
}
