import type { Metadata } from 'next'
import { type Query, single } from '@/app/query'
import { History } from '@/components/request/panels/history'
import { Panel } from '@/components/request/panels/panel'
import { Readers } from '@/components/request/panels/readers'
import { Stages } from '@/components/request/panels/stages'
import { WindowsPanel } from '@/components/request/panels/windows-panel'
import { TaskCard } from '@/components/task/task-card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { taskActs } from '@/lib/core/advice/task-acts'
import { problems } from '@/lib/core/api/problems'
import { privacyNeedsNote } from '@/lib/core/derived/privacy-note'
import { typeOf } from '@/lib/core/handbook/request-types/type-of'
import { roles } from '@/lib/core/people/actor'
import { mayRun } from '@/lib/core/people/permissions'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { deletionListVersion } from '@/lib/store/accounts/data-platform-list'
import { readAccess } from '@/lib/store/audit/access'
import { readAudit } from '@/lib/store/audit/audit'
import { readMessages } from '@/lib/store/mail/conversation'
import { readSetting } from '@/lib/store/settings/settings'
import { listColleagues, readNames } from '@/lib/store/staff/staff'
import { historyRows, readerRows } from '../../../history'
import { openRequest, RequestFrame, type RequestParams } from '../request-frame'
import { shownFiles } from '../shown-files'
import { previewsFor } from '../step-preview'

export async function generateMetadata({ params }: { params: RequestParams }): Promise<Metadata> {
  return { title: `${(await params).reference}: status` }
}

/** What became of an upload. */
function FileSaid({ said }: { said: string | undefined }) {
  const problem =
    said === 'session-ended'
      ? { title: 'Your session had ended. Choose the file again, and upload it.' }
      : Object.entries(problems).find(([reason]) => reason === said)?.[1]
  if (said !== 'added' && !problem) return null
  return (
    <div className="mb-4">
      <Notice
        kind={problem ? 'error' : 'success'}
        title={problem ? 'The file was not added.' : 'The file is added.'}
        live
      >
        {problem && <p>{problem.title}</p>}
      </Notice>
    </div>
  )
}

function NoTasks({ request }: { request: PrivacyRequest }) {
  if (request.state === 'closed')
    return (
      <EmptyState icon="list-checks" title="No tasks">
        The request ended before any were opened.
      </EmptyState>
    )
  return (
    <EmptyState icon="list-checks" title="No tasks yet">
      {typeOf(request).looksUp
        ? 'They open once the checks have found the account.'
        : 'They open once the requester has confirmed the mailbox.'}
    </EmptyState>
  )
}

/** The status of the request: stages, windows and holds, tasks, history. */
export default async function StatusPage({
  params,
  searchParams,
}: {
  params: RequestParams
  searchParams: Query
}) {
  const opened = await openRequest(params, 'status')
  const { staff, request, personal, context, systemNames } = opened
  const { now, timeZone } = context
  const { actor } = staff
  const [audit, messages, people, links, listVersion, readers] = await Promise.all([
    readAudit(actor, request.id),
    readMessages(actor, request.id),
    listColleagues(actor, roles),
    readSetting('work-links'),
    deletionListVersion(actor),
    readAccess(actor, request.id),
  ])
  const ids = [
    ...audit.flatMap(row => row.actorId ?? []),
    ...readers.map(row => row.actorId),
    ...request.tasks.flatMap(({ resolvedById, steps }) => [
      resolvedById,
      ...steps.flatMap(({ doneById, evidence }) => [doneById, ...evidence.map(({ byId }) => byId)]),
    ]),
  ].filter(id => id !== null)
  const names = await readNames(actor, ids)
  const previews = previewsFor(opened)
  const fileSaid = single((await searchParams).file)
  return (
    <RequestFrame opened={opened} tab="status">
      <FileSaid said={fileSaid} />
      <Stages request={request} timeZone={timeZone} />
      <WindowsPanel {...{ request, personal, now, timeZone }} />
      <Panel id="tasks" title="Tasks">
        {request.tasks.length === 0 ? (
          <NoTasks request={request} />
        ) : (
          <div className="flex flex-col gap-3">
            {request.tasks.map(task => (
              <TaskCard
                key={task.id}
                on={{ reference: request.reference, version: request.version, taskId: task.id }}
                task={task}
                acts={taskActs(request, task, context)}
                may={{
                  work: request.state !== 'closed' && mayRun(actor, ['task-team'], task),
                  needsNote: privacyNeedsNote(task, undefined, actor),
                }}
                files={shownFiles(actor, request).filter(file => file.taskId === task.id)}
                colleagues={people.filter(person => person.role === task.team)}
                names={names}
                notes={messages
                  .filter(message => message.direction === 'note' && message.taskId === task.id)
                  .map(({ id, sender, body, at }) => ({ id, author: sender, text: body, at }))}
                personal={personal}
                request={request}
                links={links}
                systems={context.systems}
                systemNames={systemNames}
                preview={previews[task.id]}
                listVersion={listVersion}
                confirmFile={fileSaid === 'file-elsewhere'}
                now={now}
                timeZone={timeZone}
              />
            ))}
          </div>
        )}
      </Panel>
      <History rows={historyRows(audit, names, systemNames)} now={now} timeZone={timeZone} />
      <Readers rows={readerRows(readers, names)} now={now} timeZone={timeZone} />
    </RequestFrame>
  )
}
