import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { sentence, stateName } from '@/components/request/labels/labels'
import { MachineDrawing } from '@/components/request/panels/machine-drawing'
import { Chip } from '@/components/ui/chip'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { type Machine, machineOf } from '@/lib/core/diagram/machine'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { screensOf } from '@/lib/core/machine/screens/index'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { SettingsFrame } from '../../settings-frame'

type Params = Promise<{ key: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: requestTypes.get((await params).key)?.title ?? 'Request type' }
}

/** How one kind of request runs, drawn from its definition: states, commands, windows, tasks, messages. */
export default async function TypePage({ params }: { params: Params }) {
  const { key } = await params
  const { actor } = await requireStaff(`/settings/types/${key}`, 'see-handbook')
  const type = requestTypes.get(key)
  if (!type) notFound()
  const machine = machineOf(type, [...requestTypes.values()])
  return (
    <SettingsFrame role={actor.role} title={type.title} part="Request types" lead={type.publicSummary}>
      <MachineDrawing machine={machine} />
      <Settles machine={machine} />
      <Tasks machine={machine} />
      <section aria-labelledby="messages" className="mt-6">
        <h2 id="messages" className="mb-2 text-lg">
          Messages
        </h2>
        <ul className="flex flex-wrap gap-2">
          {machine.messages.map(({ key: message, name }) => (
            <li key={message}>
              <Chip icon="mail">{name}</Chip>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="anytime" className="mt-6">
        <h2 id="anytime" className="mb-2 text-lg">
          In several states, without moving the request
        </h2>
        <Table
          caption="Commands that don’t move the request"
          focusable
          head={
            <>
              <Th>Command</Th>
              <Th>Who</Th>
              <Th>In</Th>
            </>
          }
        >
          {machine.anytime.map(({ name, who, from }) => (
            <Tr key={`${name} ${who}`}>
              <Th scope="row">
                <code>{name}</code>
              </Th>
              <Td>{who.map(role => sentence(role)).join(', ')}</Td>
              <Td className="text-ink-soft">{from.map(state => stateName(state, type.key)).join(', ')}</Td>
            </Tr>
          ))}
        </Table>
      </section>
    </SettingsFrame>
  )
}

function Settles({ machine: { requirements, type } }: { machine: Machine }) {
  return (
    <section aria-labelledby="settles" className="mt-6">
      <h2 id="settles" className="mb-2 text-lg">
        What is settled before anything is deleted or handed over
      </h2>
      {type.screens.length > 0 && (
        <p className="mb-2">
          The checks end it at once for:{' '}
          {screensOf(type)
            .map(screen => screen.title.toLowerCase())
            .join(', ')}
          .
        </p>
      )}
      {requirements.length === 0 ? (
        <p className="text-ink-soft">Nothing: the work starts once the mailbox is confirmed.</p>
      ) : (
        <ol className="flex list-decimal flex-col gap-1 ps-5">
          {requirements.map(({ requirement, windows }) => (
            <li key={requirement.key}>
              <span className="font-medium">{requirement.title}</span>
              {windows.length > 0 && (
                <span className="text-ink-soft">
                  {' '}
                  (
                  {windows
                    .map(({ reason, days }) => `${sentence(reason).toLowerCase()}: ${days} days`)
                    .join(', ')}
                  )
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Tasks({ machine: { tasks, type } }: { machine: Machine }) {
  return (
    <section aria-labelledby="tasks" className="mt-6">
      <h2 id="tasks" className="mb-2 text-lg">
        Tasks
      </h2>
      <ul className="flex flex-col gap-3">
        {tasks.map(task => (
          <li key={task.key}>
            <p className="font-medium">
              {task.name}
              {!type.tasks.includes(task) && (
                <span className="font-normal text-ink-soft"> (where the person was found there)</span>
              )}
            </p>
            {task.steps.length > 0 && (
              <ol className="list-decimal ps-5 text-ink-soft">
                {task.steps.map(step => (
                  <li key={step.key}>
                    {step.label}
                    {step.destructive && (
                      <span className="ms-2 font-medium text-overdue">can’t be undone</span>
                    )}
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
