import { Kbd } from '@/components/ui/kbd'

const keys = [
  { key: 'j', does: 'the next row' },
  { key: 'k', does: 'the row before' },
  { key: 'Enter', does: 'opens the row' },
  { key: '/', does: 'searches' },
  { key: '?', does: 'shows this' },
]

/** What each key does, and the switch for letters alone. */
export function KeyList({
  singleKeys,
  change,
}: {
  singleKeys: boolean
  change: (form: FormData) => Promise<void>
}) {
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {keys.map(({ key, does }) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form action={change} className="mt-4 border-t border-line pt-4">
        <p className="mb-2 text-ink-soft">
          {singleKeys
            ? 'Letters alone act. Turn them off if you press them by accident, or if you speak to your computer.'
            : 'Letters alone do nothing now. Enter still opens what is focused.'}
        </p>
        <input type="hidden" name="on" value={singleKeys ? 'no' : 'yes'} />
        <button type="submit" className="link">
          {singleKeys ? 'Turn single keys off' : 'Turn single keys on'}
        </button>
      </form>
    </>
  )
}
