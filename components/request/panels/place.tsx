import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import { SummaryList } from '@/components/ui/summary-list'
import { lawName, lawWhy, standsIn } from '@/lib/core/deadlines/law-basis'
import { regionName } from '@/lib/core/deadlines/region-names'
import { countryName } from '@/lib/core/request/countries'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { Panel } from './panel'

interface PlaceProps {
  request: Pick<PrivacyRequest, 'country' | 'region' | 'dueRule' | 'lawBasis'>
  /** The account has another country or region. */
  contradicted: boolean
  /** What corrects it, or leads there. */
  form: ReactNode
}

/** Where the person lives and which law follows. */
export function Place({ request, contradicted, form }: PlaceProps) {
  const { country, region, dueRule, lawBasis } = request
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
      {form}
    </Panel>
  )
}
