import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { systemClock } from '@/lib/clock'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listRights, otherApprovers } from '@/lib/store/staff/rights'
import { SettingsFrame } from '../settings-frame'
import { DecidedRights, NobodyElse, WaitingRights } from './waiting-rights'

export const metadata: Metadata = { title: 'Rights' }

/** What gives a person or a token more sight of personal data, until a second person applies it. */
export default async function RightsPage() {
  const { actor } = await requireStaff('/settings/rights', 'approve-rights')
  const [rights, others] = await Promise.all([listRights(actor), otherApprovers(actor)])
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  return (
    <SettingsFrame
      role={actor.role}
      title="Rights"
      lead="An admin proposes what gives a person or a token more sight of personal data, or a say in it. A second person applies it: another admin, or somebody of Privacy."
    >
      <NobodyElse others={others} />
      {rights.every(right => right.state !== 'open') && (
        <EmptyState icon="user" title="Nothing waits">
          A person, a role or a token that an admin proposes is here until a second person applies it.
        </EmptyState>
      )}
      <WaitingRights rights={rights} {...shown} />
      <DecidedRights rights={rights} {...shown} />
    </SettingsFrame>
  )
}
