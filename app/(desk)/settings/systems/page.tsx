import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { kindsToConnect } from '@/lib/door/systems/kinds'
import { shownSystems } from '@/lib/door/systems/shown-systems'
import { env } from '@/lib/env'
import { SettingsFrame } from '../settings-frame'
import { Health } from './health'
import { abilitiesInWords } from './words'

export const metadata: Metadata = { title: 'Systems' }

const connect = (
  <DeskButtonLink href="/settings/systems/new" tone="primary" icon="plus">
    Connect a system
  </DeskButtonLink>
)

interface SystemsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The systems that do what people would do by hand, and how each is. */
export default async function SystemsPage({ searchParams }: SystemsPageProps) {
  const { actor } = await requireStaff('/settings/systems', 'manage-systems')
  const { did } = await searchParams
  const systems = (await shownSystems(actor)) ?? []
  const kinds = new Map(kindsToConnect().map(({ key, name }) => [key, name]))
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame
      role={actor.role}
      title="Systems"
      lead="What a connected system can do, the desk offers as a button beside the step. Everything else is done by hand."
    >
      {did !== undefined && (
        <div className="mb-4">
          <Notice kind="success" live title="Disconnected.">
            Its open steps are done by hand from now on.
          </Notice>
        </div>
      )}
      {systems.length === 0 ? (
        <EmptyState icon="server" title="No system is connected" action={connect}>
          A connected system finds people and deletes, exports or answers at the press of a button, and what
          it did is kept as evidence. Until then people do every step by hand and tick it.
        </EmptyState>
      ) : (
        <>
          <Table
            cards
            caption="Connected systems"
            head={
              <>
                <Th>Name</Th>
                <Th>Kind</Th>
                <Th>What it does</Th>
                <Th>How it is</Th>
              </>
            }
          >
            {systems.map(({ key, name, kind, abilities, health }) => (
              <Tr key={key}>
                <Th scope="row">
                  <Link href={`/settings/systems/${key}`} prefetch={false} className="link">
                    <bdi>{name}</bdi>
                  </Link>
                  <span className="block font-normal text-ink-soft">
                    <code>{key}</code>
                  </span>
                </Th>
                <Td label="Kind">{kinds.get(kind) ?? kind}</Td>
                <Td label="What it does">{abilitiesInWords(abilities)}</Td>
                <Td label="How it is">
                  <Health health={health} now={now} timeZone={timeZone} />
                </Td>
              </Tr>
            ))}
          </Table>
          <div className="mt-4">{connect}</div>
        </>
      )}
    </SettingsFrame>
  )
}
