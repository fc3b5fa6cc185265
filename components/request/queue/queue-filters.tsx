import Link from 'next/link'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { type State, states } from '@/lib/core/request/request'
import { ratingLevels } from '@/lib/core/risk/rating'
import type { QueueFilter } from '@/lib/core/view/queue-filter'
import { stateName } from '../labels/labels'
import { riskName } from '../labels/risk-name'

interface QueueFiltersProps {
  filter: Pick<QueueFilter, 'view' | 'type' | 'state' | 'risk' | 'assignee' | 'q'>
  colleagues: readonly { id: string; name: string }[]
  /** The same view with nothing narrowed. */
  clearHref: string
}

const control =
  'min-h-control rounded-md border border-line-strong bg-surface px-2 text-ink max-w-44 font-medium'

function Narrow({
  name,
  label,
  value,
  choices,
}: {
  name: string
  label: string
  value: string | undefined
  choices: readonly { value: string; label: string }[]
}) {
  return (
    <label className="flex items-center gap-1.5 text-ink-soft">
      {label}
      <select name={name} defaultValue={value ?? ''} key={value ?? ''} className={control}>
        <option value="">Any</option>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Without a type, work is either of the two. */
const stateOf = (state: State, type: string | undefined) =>
  state === 'processing' && !type ? 'Deleting or compiling' : stateName(state, type ?? '')

/** Narrows a view by type, state, risk and assignee; the choice is kept in the address. */
export function QueueFilters({ filter, colleagues, clearHref }: QueueFiltersProps) {
  const { view, type, state, risk, assignee, q } = filter
  const narrowed = Boolean(type || state || risk || assignee || q)
  const types = [...requestTypes.values()].map(type => ({ value: type.key, label: type.title }))
  return (
    <form action="/requests" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <input type="hidden" name="view" value={view} />
      {q && <input type="hidden" name="q" value={q} />}
      <Narrow name="type" label="Type" value={type} choices={types} />
      <Narrow
        name="state"
        label="State"
        value={state}
        choices={states.map(state => ({ value: state, label: stateOf(state, type) }))}
      />
      <Narrow
        name="risk"
        label="Risk"
        value={risk}
        choices={ratingLevels.map(level => ({ value: level, label: riskName[level] }))}
      />
      <Narrow
        name="assignee"
        label="Assignee"
        value={assignee}
        choices={[
          { value: 'me', label: 'Me' },
          { value: 'none', label: 'Nobody' },
          ...colleagues.map(colleague => ({ value: colleague.id, label: colleague.name })),
        ]}
      />
      <button
        type="submit"
        className="inline-flex min-h-control items-center rounded-md border border-line-strong bg-surface px-control-inset font-semibold hover:bg-sunken"
      >
        Filter
      </button>
      {narrowed && (
        <Link href={clearHref} prefetch={false} className="link">
          Clear
        </Link>
      )}
    </form>
  )
}
