import { Icon } from '@/components/ui/icon'

/** One field for reference, email or username; looks through everything, closed requests included. */
export function QueueSearch({ q, personal }: { q: string | undefined; personal: boolean }) {
  const label = personal ? 'Reference, email or username' : 'Reference'
  return (
    <search className="max-w-full">
      <form action="/requests" className="flex max-w-full gap-2">
        <input type="hidden" name="view" value="all" />
        <label className="relative block min-w-0 flex-1">
          <span className="sr-only">{label}</span>
          <Icon
            name="search"
            className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-faint"
          />
          <input
            type="search"
            name="q"
            defaultValue={q}
            placeholder={label}
            autoComplete="off"
            spellCheck={false}
            maxLength={320}
            data-search=""
            className="block min-h-control w-full min-w-0 rounded-md sm:w-64 border border-line-strong bg-surface ps-8 pe-2 text-ink placeholder:text-ink-faint"
          />
        </label>
        <button
          type="submit"
          className="inline-flex min-h-control items-center rounded-md border border-line-strong bg-surface px-control-inset font-semibold hover:bg-sunken"
        >
          Search
        </button>
      </form>
    </search>
  )
}
