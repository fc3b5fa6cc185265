import type { Metadata } from 'next'
import { JourneyForm } from '@/components/usage/journey-form'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { journeyReasons } from '@/lib/usage-data/figures/journey'
import { UsageFrame } from '../usage-frame'
import { journeyAction } from './actions'

export const metadata: Metadata = { title: 'Journey' }

/** The sequence of one pseudonymous user's events, for a stated reason. */
export default async function JourneyPage() {
  const { actor } = await requireStaff('/usage/journey', 'open-journey')
  return (
    <UsageFrame
      role={actor.role}
      part="Journey"
      title="One journey"
      lead="What one user did, in order, without knowing who they are. A pseudonym is personal data: look only where the work needs it."
    >
      <JourneyForm
        action={journeyAction}
        reasons={Object.entries(journeyReasons).map(([value, label]) => ({ value, label }))}
        commandId={crypto.randomUUID()}
      />
    </UsageFrame>
  )
}
