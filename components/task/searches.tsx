import { CommandForm } from '@/components/request/form/command-form'
import { Button } from '@/components/ui/button'
import { isSearched } from '@/lib/core/systems/connected'
import { SearchLines } from './search-lines'
import type { TaskCardProps } from './task-card-props'

/** What the connected systems found, before somebody decides. */
export function Searches(props: TaskCardProps) {
  const { on, task, acts, systems, systemNames, personal, now, timeZone } = props
  const searched = systems.filter(isSearched)
  if (!personal || (searched.length === 0 && task.searches.length === 0)) return null
  return (
    <div className="mt-3 rounded-md bg-sunken px-3 py-2">
      <h4 className="font-semibold">What the connected systems say</h4>
      {task.searches.length === 0 ? (
        <p className="text-sm text-ink-soft">No system has answered yet.</p>
      ) : (
        <div className="mt-1">
          <SearchLines searches={task.searches} {...{ systemNames, now, timeZone }} />
        </div>
      )}
      {acts.search === null && searched.length > 0 && (
        <CommandForm on={on} command="search-again" form={`search-${task.key}`} className="mt-2">
          <Button icon="search">Search again</Button>
        </CommandForm>
      )}
    </div>
  )
}
