import type { Metadata } from 'next'
import { MessagePage } from '@/components/privacy-center/message-page'
import { MarkedText } from '@/components/public/marked-text'
import { PageHeading } from '@/components/ui/page-heading'
import { answerWith } from '@/lib/answer-status'
import { isProblemReason, problemPages } from '@/lib/core/api/problem-pages/index'
import { problems } from '@/lib/core/api/problems'

interface Props {
  params: Promise<{ reason: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reason } = await params
  return { title: isProblemReason(reason) ? `Problem ${reason}` : 'No such problem' }
}

/** What an error of the API means and what to do about it. Its `type` leads here; there is nothing personal on it. */
export default async function ProblemPage({ params }: Props) {
  const { reason } = await params
  if (!isProblemReason(reason)) return <NoSuchProblem />
  const { status, title } = problems[reason]
  const { means, why, next, see = [] } = problemPages[reason]
  return (
    <>
      <PageHeading
        kicker={`Problem · ${status}`}
        title={<code className="break-words">{reason}</code>}
        lead={title}
      />
      <div className="max-w-measure">
        <p>
          <MarkedText text={means} />
        </p>
        <Part title="Why it happens" lines={why} />
        <Part title="What to do" lines={next} />
        <nav aria-label="Other problems" className="mt-8 border-t border-line pt-4">
          <ul className="flex flex-wrap gap-x-6">
            {see.map(other => (
              <li key={other}>
                <a href={`/problems/${other}`} className="link inline-flex min-h-11 items-center">
                  <code>{other}</code>
                </a>
              </li>
            ))}
            <li>
              <AllProblems />
            </li>
          </ul>
        </nav>
      </div>
    </>
  )
}

const Part = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <section className="mt-8">
    <h2 className="text-lg font-semibold">{title}</h2>
    <ul className="mt-3 flex list-disc flex-col gap-2 ps-5">
      {lines.map(line => (
        <li key={line}>
          <MarkedText text={line} />
        </li>
      ))}
    </ul>
  </section>
)

const AllProblems = () => (
  <a href="/problems" className="link inline-flex min-h-11 items-center">
    All problems
  </a>
)

function NoSuchProblem() {
  answerWith(404)
  return (
    <MessagePage title="There is no problem of that name">
      <p>The address may be mistyped, or come from another version of Habeas than this one.</p>
      <AllProblems />
    </MessagePage>
  )
}
