import { DateText } from '@/components/ui/date-text'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-paths'
import type { SearchRecord } from '@/lib/core/request/task'
import { type SystemNames, systemNamed } from '@/lib/core/systems/system-names'

const looks: Readonly<Record<SearchRecord['state'], { icon: IconName; says: string; tone: string }>> = {
  found: { icon: 'circle-check', says: 'Found', tone: 'text-done' },
  nothing: { icon: 'circle-dashed', says: 'Not found', tone: 'text-ink-soft' },
  failed: { icon: 'triangle-alert', says: 'Couldn’t look', tone: 'text-overdue' },
}

interface Props {
  searches: readonly SearchRecord[]
  systemNames: SystemNames
  now: Date
  timeZone: string
}

/** What each system answered when it was searched, and when. */
export function SearchLines({ searches, systemNames, now, timeZone }: Props) {
  return (
    <ul className="flex flex-col gap-1">
      {searches.map(({ system, state, words, at }) => (
        <li key={system} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
          <Icon name={looks[state].icon} className={`mt-0.5 size-4 ${looks[state].tone}`} />
          <p className="min-w-0 break-words">
            <span className="font-medium">
              {systemNamed(system, systemNames)}: {looks[state].says}.
            </span>{' '}
            {words}{' '}
            <span className="text-sm text-ink-soft">
              <DateText at={new Date(at)} now={now} timeZone={timeZone} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
