import type { Metadata } from 'next'
import Link from 'next/link'
import { type Query, single } from '@/app/query'
import { OpenForm } from '@/components/request/step/open-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { dayOf } from '@/lib/core/deadlines/days'
import { countriesWithNamedRegions, namedRegions, regionGroups } from '@/lib/core/deadlines/region-names'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { countryGroups } from '@/lib/core/request/countries'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readOffChannel } from '@/lib/store/request/off-channel'
import { readSetting } from '@/lib/store/settings/settings'
import { openRequestAction } from './actions'
import { openFields } from './fields'

export const metadata: Metadata = { title: 'Open a request' }

const offered = [...requestTypes.values()].filter(type => type.openedBy === 'staff')

/** What staff open from a ticket: the types that the Privacy Center doesn't offer. */
export default async function OpenRequestPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/requests/new', 'open-request')
  const query = await searchParams
  const type = offered.find(known => known.key === single(query.type))
  const from = single(query.from)
  const offChannel = from && /^[0-9a-f-]{36}$/.test(from) ? from : undefined
  const entry = offChannel ? await readOffChannel(actor, offChannel) : null
  const known = {
    ...(entry && { receivedOn: dayOf(entry.receivedAt, env().orgTimeZone).toString() }),
    ...(entry?.ticket && { ticket: entry.ticket }),
    ...(entry?.country && { country: entry.country }),
    ...(entry?.region && { region: entry.region }),
  }
  const fixed = {
    type: type?.key ?? '',
    commandId: crypto.randomUUID(),
    ...(offChannel && { offChannel }),
  }
  return (
    <>
      <PageHeading
        title={type ? `Open a request: ${type.title.toLowerCase()}` : 'Open a request'}
        lead={
          type
            ? 'The person confirms their mailbox by the mailed link, as from the form. Everything else is said within the request.'
            : 'Everything else is asked for in the Privacy Center, so that the person confirms it themselves.'
        }
      />
      {type ? (
        <OpenForm
          action={openRequestAction}
          fields={openFields(type)}
          fixed={fixed}
          known={known}
          countries={countryGroups(await readSetting('usual-countries'))}
          regions={regionGroups(countriesWithNamedRegions.flatMap(namedRegions))}
        />
      ) : offered.length === 0 ? (
        <EmptyState title="There is nothing to open here">Every type is offered publicly.</EmptyState>
      ) : (
        <ul className="max-w-measure border-t border-line">
          {offered.map(({ key, title, publicSummary }) => (
            <li key={key} className="border-b border-line py-3">
              <Link href={`/requests/new?type=${key}`} prefetch={false} className="link font-semibold">
                {title}
              </Link>
              <p className="text-ink-soft">{publicSummary}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
