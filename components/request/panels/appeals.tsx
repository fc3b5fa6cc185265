import { Chip } from '@/components/ui/chip'
import { DateText, DueChip } from '@/components/ui/date-text'
import { fieldsOf, sentenceBefore } from '@/lib/core/advice/form-fields'
import { openAppeal } from '@/lib/core/commands/request/open-appeal'
import { openComplaint } from '@/lib/core/commands/request/open-complaint'
import { appealName } from '@/lib/core/deadlines/appeal'
import { dayInWords, type dayOf } from '@/lib/core/deadlines/days'
import type { ExtensionReason } from '@/lib/core/deadlines/law'
import type { Appeal, AppealDecision } from '@/lib/core/request/proceedings'
import { type CommandTarget, FoldedCommandForm } from '../form/command-form'
import { sentence } from '../labels/labels'
import { extensionFields } from './extension-fields'
import { Panel } from './panel'

export interface ShownAppeal extends Appeal {
  /** The due date's working, line by line. */
  working: readonly string[]
}

/** The law's reasons for more time, and the last day that it allows. */
interface Extending {
  reasons: readonly ExtensionReason[]
  latestDay: ReturnType<typeof dayOf>
}

interface AppealsProps {
  on: CommandTarget
  appeals: readonly ShownAppeal[]
  /** What could be opened now. */
  opens: readonly Appeal['kind'][]
  /** How this person may extend the time of the open one now; undefined where they can't. */
  extension: Extending | undefined
  names: ReadonlyMap<string, string>
  now: Date
  timeZone: string
  /** In which due dates were counted. */
  zone: string
}

const commands = { appeal: openAppeal, complaint: openComplaint } as const

/** Appeals and complaints, each with its own clock, and a way to open one. */
export function Appeals({ on, appeals, opens, extension, names, now, timeZone, zone }: AppealsProps) {
  if (appeals.length === 0 && opens.length === 0) return null
  return (
    <Panel id="appeals" title="Appeals and complaints">
      <ul className="flex flex-col gap-3">
        {appeals.toReversed().map(appeal => (
          <li key={appeal.id} className="rounded-lg border border-line bg-surface p-4">
            <OneAppeal appeal={appeal} names={names} now={now} timeZone={timeZone} zone={zone} />
            {extension && !appeal.answeredAt && <Extend on={on} extension={extension} />}
          </li>
        ))}
      </ul>
      {opens.map(kind => (
        <div key={kind} className={appeals.length > 0 ? 'mt-3' : ''}>
          <FoldedCommandForm
            on={on}
            command={commands[kind].name}
            form={kind}
            label={commands[kind].label}
            sentence={sentenceBefore(commands[kind])}
            fields={fieldsOf(commands[kind])}
          />
        </div>
      ))}
    </Panel>
  )
}

const decisionWords: Readonly<Record<AppealDecision, string>> = {
  granted: 'Granted',
  partly: 'Granted in part',
  'not-granted': 'Answer stays',
}

function OneAppeal({
  appeal,
  names,
  now,
  timeZone,
  zone,
}: Pick<AppealsProps, 'names' | 'now' | 'timeZone' | 'zone'> & { appeal: ShownAppeal }) {
  const { extendedAt, extensionReason } = appeal
  const { kind, ground, receivedAt, dueOn, openedById, decision, answer, answeredAt, answeredById, working } =
    appeal
  const who = (id: string) => names.get(id) || 'Somebody'
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip meaning={answeredAt ? 'done' : 'soon'}>{decision ? decisionWords[decision] : 'Open'}</Chip>
        <span className="font-semibold">{sentence(appealName[kind])}</span>
        <DueChip dueAt={dueOn} now={now} timeZone={zone} closed={answeredAt !== null} />
        <span className="text-sm text-ink-soft">
          <bdi>{openedById ? who(openedById) : 'The requester'}</bdi>,{' '}
          <DateText at={receivedAt} now={now} timeZone={timeZone} />
        </span>
      </p>
      <p className="mt-2 max-w-measure break-words whitespace-pre-line">
        <bdi>{ground}</bdi>
      </p>
      <details className="mt-2">
        <summary className="link">How the due date was worked out</summary>
        <ol className="mt-1 flex list-decimal flex-col gap-1 ps-5">
          {working.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      {extendedAt && (
        <p className="mt-2">
          Extended <DateText at={extendedAt} now={now} timeZone={timeZone} />
          {extensionReason && `: ${sentence(extensionReason).toLowerCase()}`}
        </p>
      )}
      {answer && (
        <>
          <p className="mt-3 text-sm text-ink-soft">Our answer</p>
          <p className="max-w-measure break-words whitespace-pre-line">
            <bdi>{answer}</bdi>
          </p>
        </>
      )}
      {answeredAt && (
        <p className="mt-1 text-sm text-ink-soft">
          <bdi>{who(answeredById ?? '')}</bdi>, <DateText at={answeredAt} now={now} timeZone={timeZone} />
        </p>
      )}
    </>
  )
}

function Extend({ on, extension: { reasons, latestDay } }: { on: CommandTarget; extension: Extending }) {
  return (
    <div className="mt-3">
      <FoldedCommandForm
        on={on}
        command="extend-appeal"
        form="extend-appeal"
        label="Extend the time"
        icon="clock"
        sentence="“Appeal Extended” goes to the person with the reason and the new day. The law allows it once."
        fields={extensionFields(reasons, {
          name: 'until',
          hint: `The law allows ${dayInWords(latestDay)} at the latest. Choose an earlier day if you can.`,
          chosen: latestDay.toString(),
        })}
      />
    </div>
  )
}
