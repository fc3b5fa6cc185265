import Link from 'next/link'
import { DateText } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { TemplateVersion } from '@/lib/store/mail/templates'

interface VersionsProps {
  versions: readonly TemplateVersion[]
  /** Habeas brings words along in this language. */
  brought: boolean
  /** Address of this message's page. */
  here: string
  now: Date
  timeZone: string
}

/** Every wording that there was. Restoring one proposes it again, as a new version. */
export function Versions({ versions, brought, here, now, timeZone }: VersionsProps) {
  const restore = (version: number) => (
    <Link href={`${here}&restore=${version}`} prefetch={false} className="link">
      Put into the editor<span className="sr-only">: version {version}</span>
    </Link>
  )
  return (
    <section aria-labelledby="versions" className="mt-8">
      <h2 id="versions" className="mb-2 text-lg">
        Versions
      </h2>
      <Table
        caption="Versions of this message"
        head={
          <>
            <Th>Version</Th>
            <Th>Subject</Th>
            <Th>Proposed by</Th>
            <Th>Since</Th>
            <Th>Restore</Th>
          </>
        }
      >
        {versions.map(({ version, subject, madeBy, at }) => (
          <Tr key={version}>
            <Th scope="row">{version}</Th>
            <Td>
              <bdi>{subject}</bdi>
            </Td>
            <Td>
              <bdi>{madeBy ?? 'Somebody'}</bdi>
            </Td>
            <Td>
              <DateText at={at} now={now} timeZone={timeZone} as="exact" />
            </Td>
            <Td>{restore(version)}</Td>
          </Tr>
        ))}
        <Tr>
          <Th scope="row">0</Th>
          <Td className="text-ink-soft">{brought ? 'As it comes with Habeas' : 'The English words'}</Td>
          <Td>–</Td>
          <Td>–</Td>
          <Td>{restore(0)}</Td>
        </Tr>
      </Table>
    </section>
  )
}
