import { Button } from '@/components/ui/button'
import { Chip, type Meaning } from '@/components/ui/chip'
import { CopyButton } from '@/components/ui/copy-button'
import { DateText } from '@/components/ui/date-text'
import { TextField } from '@/components/ui/form/text-field'
import { linkIssue } from '@/lib/core/commands/request/link-issue'
import type { Escalation } from '@/lib/core/request/proceedings'
import { inputName } from '../form/act-input'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { Panel } from './panel'

interface EscalationsProps {
  on: CommandTarget
  escalations: readonly Escalation[]
  names: ReadonlyMap<string, string>
  /** Text of the related issue: ids only. */
  issueOf(escalation: Escalation): string
  now: Date
  timeZone: string
}

const states: Readonly<Record<Escalation['state'], { words: string; meaning: Meaning }>> = {
  open: { words: 'Open', meaning: 'soon' },
  answered: { words: 'Answered', meaning: 'done' },
  returned: { words: 'Returned', meaning: 'neutral' },
  'taken-over': { words: 'Taken over', meaning: 'done' },
}

/** Questions to Privacy about this request, the newest first, each with its answer. */
export function Escalations({ on, escalations, names, issueOf, now, timeZone }: EscalationsProps) {
  if (escalations.length === 0) return null
  return (
    <Panel id="escalations" title="Questions to Privacy">
      <ul className="flex flex-col gap-3">
        {escalations.toReversed().map(escalation => (
          <li key={escalation.id} className="rounded-lg border border-line bg-surface p-4">
            <EscalationText escalation={escalation} names={names} now={now} timeZone={timeZone} />
            <RelatedIssue text={issueOf(escalation)} />
            <IssueLink escalation={escalation} on={on} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What is copied into the tracker of the team: it names the request by its reference, and nobody. */
export function RelatedIssue({ text }: { text: string }) {
  return (
    <details className="mt-3">
      <summary className="link min-h-6 w-fit">Text of the related issue</summary>
      <pre className="mt-2 mb-2 overflow-x-auto rounded-md bg-sunken p-3 text-sm whitespace-pre-wrap">
        {text}
      </pre>
      <CopyButton text={text}>Copy the text</CopyButton>
    </details>
  )
}

/** The issue that was opened about a question, or the field that keeps its link. */
function IssueLink({ escalation: { id, issue }, on }: { escalation: Escalation; on: CommandTarget }) {
  const form = `issue-${id}`
  return (
    <div className="mt-3 flex flex-col items-start gap-2">
      {issue && (
        <a href={issue} target="_blank" rel="noreferrer noopener" className="link break-all">
          <bdi>{issue}</bdi>
        </a>
      )}
      <CommandForm
        on={on}
        command="link-issue"
        form={form}
        preset={{ escalation: id }}
        className="flex flex-wrap items-end gap-2"
      >
        <TextField
          key={issue}
          name={inputName(form, 'issue')}
          label={issue ? 'Another link to the issue' : 'Link to the issue'}
          type="url"
        />
        <Button>{linkIssue.label}</Button>
      </CommandForm>
    </div>
  )
}

/** One question with what was checked and what Privacy said. */
export function EscalationText({
  escalation,
  names,
  now,
  timeZone,
}: Omit<EscalationsProps, 'on' | 'escalations' | 'issueOf'> & { escalation: Escalation }) {
  const { state, reason, question, checked, askedAt, askedById, answer, answeredAt, answeredById } =
    escalation
  const { words, meaning } = states[state]
  const who = (id: string | null) => (id && names.get(id)) || 'Somebody'
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip meaning={meaning}>{words}</Chip>
        <span className="font-semibold">
          <bdi>{reason}</bdi>
        </span>
        <span className="text-sm text-ink-soft">
          <bdi>{who(askedById)}</bdi>, <DateText at={askedAt} now={now} timeZone={timeZone} />
        </span>
      </p>
      <dl className="mt-2 flex max-w-measure flex-col gap-2">
        <Part label="Question" text={question} />
        <Part label="What was checked" text={checked} />
        {answer && (
          <Part label={state === 'returned' ? 'Comment of Privacy' : 'Answer of Privacy'} text={answer} />
        )}
      </dl>
      {answeredAt && (
        <p className="mt-1 text-sm text-ink-soft">
          <bdi>{who(answeredById)}</bdi>, <DateText at={answeredAt} now={now} timeZone={timeZone} />
        </p>
      )}
    </>
  )
}

const Part = ({ label, text }: { label: string; text: string }) => (
  <div>
    <dt className="text-sm text-ink-soft">{label}</dt>
    <dd className="break-words whitespace-pre-line">
      <bdi>{text}</bdi>
    </dd>
  </div>
)
