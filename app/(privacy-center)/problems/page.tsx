import type { Metadata } from 'next'
import { MarkedText } from '@/components/public/marked-text'
import { PageHeading } from '@/components/ui/page-heading'
import { problemGroups, problemPages } from '@/lib/core/api/problem-pages/index'
import { problems } from '@/lib/core/api/problems'

export const metadata: Metadata = { title: 'Problems' }

/** Every reason that an error of the API can name. */
export default function ProblemsPage() {
  return (
    <>
      <PageHeading
        title="Problems"
        lead="Every error of the HTTP API names a reason. Each has a page that says why it happens and what to do."
      />
      {problemGroups.map(({ title, reasons }) => (
        <section key={title} className="mb-8">
          <h2 className="text-lg font-semibold">{title}</h2>
          <dl className="mt-3 border-t border-line">
            {reasons.map(reason => (
              <div key={reason} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[14rem_1fr]">
                <dt className="min-w-0">
                  <a href={`/problems/${reason}`} className="link inline-flex min-h-11 items-center">
                    <code className="break-words">{reason}</code>
                  </a>
                  <span className="block text-sm text-ink-soft">{problems[reason].status}</span>
                </dt>
                <dd>
                  <MarkedText text={problemPages[reason].means} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
