import { Icon } from '@/components/ui/icon'

/** What a request destroys, said before anything is sent or confirmed. Nothing is shown for one that destroys nothing. */
export function Consequences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section
      aria-labelledby="consequences"
      className="max-w-xl rounded-lg border border-soon-line bg-soon-soft px-5 py-4"
    >
      <h2 id="consequences" className="flex items-center gap-2 text-lg">
        <Icon name="triangle-alert" className="size-[1.1em] text-soon" />
        {title}
      </h2>
      <ul className="mt-2 flex list-disc flex-col gap-1.5 ps-5 marker:text-soon">
        {sentences.map(sentence => (
          <li key={sentence} className="ps-1">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  )
}
