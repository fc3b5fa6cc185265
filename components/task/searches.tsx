import { CommandForm } from '@/components/request/form/command-form'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-paths'
import type { SearchRecord } from '@/lib/core/request/task'
import { isSearched } from '@/lib/core/systems/connected'
import type { TaskCardProps } from './task-card-props'

const looks: Readonly<Record<SearchRecord['state'], { icon: IconName; says: string; tone: string }>> = {
  found: { icon: 'circle-check', says: 'Found', tone: 'text-done' },
  nothing: { icon: 'circle-dashed', says: 'Not found', tone: 'text-ink-soft' },
  failed: { icon: 'triangle-alert', says: 'Couldn’t look', tone: 'text-overdue' },
}

/** What the connected systems found, before somebody decides. */
export function Searches({ on, task, acts, systems, personal, now, timeZone }: TaskCardProps) {
  const searched = systems.filter(isSearched)
  if (!personal || (searched.length === 0 && task.searches.length === 0)) return null
  const nameOf = (key: string) => systems.find(system => system.key === key)?.name ?? key
  return (
    <div className="mt-3 rounded-md bg-sunken px-3 py-2">
      <h4 className="font-semibold">What the connected systems say</h4>
      {task.searches.length === 0 ? (
        <p className="text-sm text-ink-soft">No system has answered yet.</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-1">
          {task.searches.map(({ system, state, words, at }) => (
            <li key={system} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
              <Icon name={looks[state].icon} className={`mt-0.5 size-4 ${looks[state].tone}`} />
              <p className="min-w-0 break-words">
                <span className="font-medium">
                  {nameOf(system)}: {looks[state].says}.
                </span>{' '}
                {words}{' '}
                <span className="text-sm text-ink-soft">
                  <DateText at={new Date(at)} now={now} timeZone={timeZone} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {acts.search === null && searched.length > 0 && (
        <CommandForm on={on} command="search-again" form={`search-${task.key}`} className="mt-2">
          <Button icon="search">Search again</Button>
        </CommandForm>
      )}
    </div>
  )
}
