import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { sentenceBefore } from '@/lib/core/advice/form-fields'
import { daysOfOnePerson, extendDeadline } from '@/lib/core/commands/request/extend-deadline'
import { dayInWords, dayOf, parseDay } from '@/lib/core/deadlines/days'
import type { Deadline as Computed } from '@/lib/core/deadlines/deadline'
import type { Extension, Law } from '@/lib/core/deadlines/law'
import { lawWhy, standsIn } from '@/lib/core/deadlines/law-basis'
import { spanWords } from '@/lib/core/deadlines/law-labels'
import { acknowledgedAt } from '@/lib/core/request/acknowledged'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { type CommandTarget, FoldedCommandForm } from '../form/command-form'
import { confidenceWords } from '../labels/confidence'
import { sentence } from '../labels/labels'
import { extensionFields } from './extension-fields'
import { Panel } from './panel'

interface DeadlineProps {
  request: Pick<
    PrivacyRequest,
    | 'state'
    | 'dueOn'
    | 'dueRule'
    | 'lawBasis'
    | 'country'
    | 'region'
    | 'contentErasedAt'
    | 'extendedAt'
    | 'extensionReason'
    | 'acknowledgeBy'
    | 'messages'
    | 'longExtensionUntil'
  >
  on: CommandTarget
  computed: Computed & { law: Law }
  /** Whether this reader may know where the person lives. */
  personal: boolean
  /** The law's own extension for what was asked; undefined where it has none. */
  extension: Extension | undefined
  /** Why this person can't extend it now; undefined where they can. */
  because: string | undefined
  now: Date
  timeZone: string
  /** In which the due date was counted. */
  zone: string
}

/** When an answer is due and how that was worked out: start, law, rule, pauses, extension, result. */
export function Deadline({
  request,
  on,
  computed,
  personal,
  extension,
  because,
  now,
  timeZone,
  zone,
}: DeadlineProps) {
  const { law, working, targetOn } = computed
  const acknowledged = acknowledgedAt(request)
  const when = (at: Date) => <DateText at={at} now={now} timeZone={zone} as="exact" />
  return (
    <Panel id="deadline" title="Deadline" aside={<>Rule {request.dueRule}</>}>
      {standsIn(request.lawBasis) && !request.contentErasedAt && (
        <p className="mb-2 flex flex-wrap items-center gap-x-2">
          <Chip meaning="soon" icon="triangle-alert">
            Law not known
          </Chip>
          {personal && lawWhy(request)}
        </p>
      )}
      <ol className="flex list-decimal flex-col gap-1 ps-5">
        {personal && !standsIn(request.lawBasis) && !request.contentErasedAt && <li>{lawWhy(request)}</li>}
        {working.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className="mt-2 font-medium">Answer due: {when(request.dueOn)}</p>
      {targetOn && request.state !== 'closed' && law.target && (
        <p>
          Our own target, {spanWords(law.target)}: {when(targetOn)}
        </p>
      )}
      {request.acknowledgeBy &&
        (acknowledged ? (
          <p>
            Receipt acknowledged {when(acknowledged)}; it was due by {when(request.acknowledgeBy)}
          </p>
        ) : (
          <p>Receipt to be acknowledged by {when(request.acknowledgeBy)}</p>
        ))}
      {request.extendedAt && (
        <p>
          Extended <DateText at={request.extendedAt} now={now} timeZone={timeZone} as="exact" />
          {request.extensionReason && `: ${sentence(request.extensionReason).toLowerCase()}`}
        </p>
      )}
      <ul className="mt-2 flex flex-col gap-1 text-sm text-ink-soft">
        {law.sources.map(source => (
          <li key={source.text} className="flex flex-wrap items-center gap-x-2">
            <Chip>{confidenceWords[source.confidence]}</Chip>
            {source.text}
          </li>
        ))}
        {law.override && (
          <li>
            Set by Privacy, version {law.override.version}: <bdi>{law.override.note}</bdi>
          </li>
        )}
        <li>Checked on {dayInWords(parseDay(law.checkedOn))}. This is no legal advice.</li>
      </ul>
      <div className="mt-3">
        {because || !extension ? (
          <Button unavailableBecause={because ?? 'This law has no extension for what was asked.'}>
            Extend the deadline
          </Button>
        ) : (
          <Extend
            on={on}
            extension={extension}
            latestDay={computed.latestOn && dayOf(computed.latestOn, zone)}
            wanted={request.longExtensionUntil}
          />
        )}
      </div>
    </Panel>
  )
}

interface ExtendProps {
  on: CommandTarget
  extension: Extension
  /** The last day that the law allows; null where it sets no limit. */
  latestDay: ReturnType<typeof dayOf> | null
  /** A far-off day that somebody of Privacy wants, and for which a second person is needed. */
  wanted: string | null
}

function Extend({ on, extension, latestDay, wanted }: ExtendProps) {
  const day = latestDay
    ? {
        name: 'until' as const,
        hint: [
          `The law allows ${dayInWords(latestDay)} at the latest. Choose an earlier day if you can.`,
          ...(extension.asLongAsNeeded ?? []).map(
            reason => `For ${sentence(reason).toLowerCase()} it sets no limit.`,
          ),
        ].join(' '),
        chosen: latestDay.toString(),
      }
    : {
        name: 'notifiedDay' as const,
        hint: `This law sets no limit of its own. More than ${daysOfOnePerson} days after the first due date takes a second Privacy person.`,
        ...(wanted && { chosen: wanted }),
      }
  return (
    <>
      {wanted && (
        <p className="mb-2 font-medium">
          Somebody in Privacy wants to extend this to {dayInWords(parseDay(wanted))}. A second person has to
          do the same before it counts.
        </p>
      )}
      <FoldedCommandForm
        on={on}
        command="extend-deadline"
        form="extend"
        label="Extend the deadline"
        icon="clock"
        sentence={sentenceBefore(extendDeadline)}
        fields={extensionFields(extension.reasons, day)}
      />
    </>
  )
}
