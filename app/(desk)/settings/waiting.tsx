import type { ReactNode } from 'react'
import { Proposal } from '@/components/desk/proposal'
import type { ProposableSetting } from '@/lib/core/settings/proposal'
import { settingSubject } from '@/lib/core/settings/proposal'
import type { ProposalRow } from '@/lib/store/settings/proposals'

const titles: Readonly<Record<ProposableSetting, string>> = {
  'default-law': 'Another default law',
  embargoed: 'Another embargo list',
  'office-calendar': 'Another office calendar',
  retention: 'Other periods',
  'four-eyes': 'Another choice of types under four eyes',
}

interface WaitingProps {
  keys: readonly ProposableSetting[]
  proposals: readonly ProposalRow[]
  /** A key in words. */
  named(value: string): string
  now: Date
  timeZone: string
  /** What the change would do, below its value. */
  children?: ReactNode
}

/** Changes of these settings that wait for a second Privacy person. */
export function Waiting({ keys, proposals, named, now, timeZone, children }: WaitingProps) {
  return keys.map(key => {
    const proposal = proposals.find(proposal => proposal.subject === settingSubject(key))
    if (!proposal) return null
    const value = Array.isArray(proposal.value) ? proposal.value.map(String) : [String(proposal.value)]
    return (
      <Proposal key={key} {...proposal} title={titles[key]} now={now} timeZone={timeZone}>
        <p>{value.length > 0 ? value.map(named).join(', ') : 'None'}</p>
        {children}
      </Proposal>
    )
  })
}
