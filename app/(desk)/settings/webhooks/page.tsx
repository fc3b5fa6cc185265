import type { Metadata } from 'next'
import { type Query, single } from '@/app/query'
import { EmptyState } from '@/components/ui/empty-state'
import { systemClock } from '@/lib/clock'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readDeliveries } from '@/lib/store/webhooks/delivery-log'
import { listWebhooks } from '@/lib/store/webhooks/webhooks'
import { SettingsFrame } from '../settings-frame'
import { Deliveries } from './delivery-table'
import { WebhookForm } from './webhook-form'
import { WebhookTable } from './webhook-table'

export const metadata: Metadata = { title: 'Webhooks' }

/** Programs that are told of what happens, and what became of each event. */
export default async function WebhooksPage({ searchParams }: { searchParams: Query }) {
  const { actor } = await requireStaff('/settings/webhooks', 'webhooks')
  const query = await searchParams
  const webhooks = await listWebhooks(actor)
  const chosen = webhooks.find(({ id }) => id === single(query.log)) ?? webhooks[0]
  const before = single(query.before)
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  return (
    <SettingsFrame
      role={actor.role}
      title="Webhooks"
      lead="Programs of yours that are told when something happens to a request. An event that isn’t taken is sent again for a day."
    >
      {chosen ? (
        <WebhookTable webhooks={webhooks} chosen={chosen.id} {...shown} />
      ) : (
        <EmptyState icon="send" title="No webhooks yet">
          Add the address of a program below, and it is told what happens from then on.
        </EmptyState>
      )}
      {chosen && (
        <Deliveries
          log={await readDeliveries(actor, chosen.id, before)}
          webhook={chosen}
          isFirstPage={before === undefined}
          {...shown}
        />
      )}
      <h2 className="mt-8 mb-2 text-lg">New webhook</h2>
      <WebhookForm />
    </SettingsFrame>
  )
}
