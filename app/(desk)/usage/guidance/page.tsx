import type { Metadata } from 'next'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { guidance } from '@/lib/usage-data/definitions/guidance'
import { UsageFrame } from '../usage-frame'

export const metadata: Metadata = { title: 'Guidance on usage data' }

const idOf = (title: string) => title.toLowerCase().replaceAll(' ', '-')

/** How to add an event well, and what never to collect. The same words as docs/adding-an-event.md. */
export default async function GuidancePage() {
  const { actor } = await requireStaff('/usage/guidance', 'see-indicators')
  return (
    <UsageFrame
      role={actor.role}
      part="Guidance"
      title="Adding an event"
      lead="How to learn from usage without knowing who, and what never to collect."
    >
      <div className="flex max-w-measure flex-col gap-6">
        {guidance.map(({ title, text, list }) => (
          <section key={title} aria-labelledby={idOf(title)}>
            <h2 id={idOf(title)} className="text-lg">
              {title}
            </h2>
            {text.map(paragraph => (
              <p key={paragraph} className="mt-1">
                {paragraph}
              </p>
            ))}
            <ul className="mt-2 flex list-disc flex-col gap-1 ps-5">
              {list.map(item => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </UsageFrame>
  )
}
