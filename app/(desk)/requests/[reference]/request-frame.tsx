import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { cache, type ReactNode } from 'react'
import { ActionProvider } from '@/components/request/form/action-provider'
import { sentence, turnOf } from '@/components/request/labels/labels'
import { RequestHeader } from '@/components/request/panels/header'
import { NextStepPanel, type Offer } from '@/components/request/step/next-step'
import { OtherActions } from '@/components/request/step/other-actions'
import type { NextStep } from '@/lib/core/advice/guides/guide'
import { adviceFor, whyNot } from '@/lib/core/advice/next-step'
import { otherActs } from '@/lib/core/advice/other-acts'
import { refusals } from '@/lib/core/api/refusals'
import { commandOf } from '@/lib/core/commands/index'
import type { Eyes } from '@/lib/core/derived/four-eyes'
import { mayBeFollowed } from '@/lib/core/derived/reopening'
import type { Context } from '@/lib/core/machine/decision'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { mayRun, sight, supportAndPrivacy } from '@/lib/core/people/permissions'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { isRunning } from '@/lib/core/request/task'
import type { ConnectedSystem } from '@/lib/core/systems/connected'
import type { SystemNames } from '@/lib/core/systems/system-names'
import { contextForPage } from '@/lib/door/run/context'
import { logDenied } from '@/lib/door/staff/denied'
import { requireStaff, type Staff } from '@/lib/door/staff/require-staff'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { readRequest } from '@/lib/store/request/requests'
import { readSetting } from '@/lib/store/settings/settings'
import { listColleagues } from '@/lib/store/staff/staff'
import { readSystemNames } from '@/lib/store/systems/connected'
import { act } from './actions'
import { readyMessage } from './ready-message'
import { findingsFor, previewsFor } from './step-preview'

export type RequestTab = 'details' | 'messages' | 'status'
export type RequestParams = Promise<{ reference: string }>

export interface Opened {
  staff: Staff
  request: PrivacyRequest
  personal: boolean
  /** What a command would know if this person ran it now. */
  context: Context
  /** Who may be given the request. */
  colleagues: Awaited<ReturnType<typeof listColleagues>>
  /** The usual reasons for a question to Privacy. */
  scenarios: string[]
  systemNames: SystemNames
}

const read = cache(readRequest)

/** The request that a page is about. An actor who may not see it gets the page for "not found". */
export async function openRequest(params: RequestParams, tab: RequestTab): Promise<Opened> {
  const { reference } = await params
  const staff = await requireStaff(`/requests/${reference}/${tab}`, 'see-queue')
  const [request, context, colleagues, scenarios, systemNames] = await Promise.all([
    /^[\w-]{1,40}$/.test(reference) ? read(staff.actor, reference) : null,
    contextForPage(staff.actor),
    listColleagues(staff.actor, supportAndPrivacy),
    readSetting('escalation-scenarios'),
    readSystemNames(),
  ])
  if (!request) {
    logDenied(staff.actor, `/requests/${reference}/${tab}`)
    notFound()
  }
  after(() => traceAccess(staff.actor, request.id, tab))
  const personal = sight[staff.actor.role] !== 'no-personal-data'
  return { staff, request, personal, context, colleagues, scenarios, systemNames }
}

/** Everything around one tab of a request: header, tabs, and the next step always in sight. */
export async function RequestFrame({
  opened,
  tab,
  toldThere,
  writing = false,
  children,
}: {
  opened: Opened
  tab: RequestTab
  /** How the names of forms begin whose success the tab itself tells. */
  toldThere?: string
  /** The composer is open: a message is sent from there, and from nowhere else on the page. */
  writing?: boolean
  children: ReactNode
}) {
  const { staff, request, personal, context, colleagues, scenarios } = opened
  const { now, timeZone } = context
  const handles = mayRun(staff.actor, supportAndPrivacy)
  const on = { reference: request.reference, version: request.version }
  const tabs = (['details', ...(personal ? ['messages'] : []), 'status'] as const).map(name => ({
    href: `/requests/${request.reference}/${name}`,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    current: name === tab,
  }))
  const offers = offersFor(request, context, context.systems)
  const ready = writing ? null : await readyMessage(opened, offers[0]?.steps[0])
  const assignee = colleagues.find(colleague => colleague.id === request.assigneeId)?.name ?? null
  return (
    <ActionProvider action={act} toldThere={toldThere}>
      <RequestHeader {...{ request, assignee, personal, tabs, now, timeZone }} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-6">
        <div className="order-2 min-w-0 xl:order-none">{children}</div>
        <NextStepPanel
          on={on}
          offers={offers}
          ready={ready}
          previews={previewsFor(opened)}
          findings={findingsFor(opened)}
          underWay={request.tasks.filter(isRunning).map(task => task.name)}
          rest={restFor(request)}
          others={
            handles ? (
              <OtherActions
                on={on}
                request={request}
                acts={otherActs(request, context)}
                me={staff.actor.id}
                colleagues={colleagues}
                scenarios={scenarios}
              />
            ) : (
              <p className="text-ink-soft">Support and Privacy handle the request; your part is its tasks.</p>
            )
          }
        />
      </div>
    </ActionProvider>
  )
}

function offersFor(request: PrivacyRequest, eyes: Eyes, systems: readonly ConnectedSystem[]): Offer[] {
  return adviceFor(request, systems).map(({ say, why, steps }) => ({
    say,
    why,
    steps: steps.map(step => {
      const because = whyNot(request, step, eyes)
      const words = because === 'four-eyes' ? refusals[because].title : whose(request, step)
      return { ...step, allowed: because === null, whose: words }
    }),
  }))
}

/** Why somebody may not take a step: who does. */
function whose(request: PrivacyRequest, step: NextStep): string {
  const task = request.tasks.find(task => task.id === step.taskId)
  if (task) return `${sentence(task.team)} does this.`
  const who = step.who ?? commandOf(step)?.who ?? []
  return who.includes('support-engineer') ? 'Support and Privacy do this.' : 'Privacy does this.'
}

function restFor(request: PrivacyRequest): { say: string; why: string } {
  if (request.state === 'closed')
    return {
      say: mayBeFollowed(request)
        ? 'This request is closed. If something was missed, Details opens one that follows it.'
        : 'This request is closed.',
      why: 'Closed: nothing is left to do, and the history stays.',
    }
  const turn = turnOf(waitingOn(request)).toLowerCase()
  return {
    say: `Nothing to do here now: it is the turn of ${turn}.`,
    why: 'Whose turn it is follows from the state, the open windows, holds and tasks.',
  }
}
