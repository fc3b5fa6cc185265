import { DateText } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Law } from '@/lib/core/deadlines/law'
import { clockWords } from '@/lib/core/deadlines/law-labels'
import type { MadeLawVersion } from '@/lib/store/settings/law-versions'

interface VersionsProps {
  versions: readonly MadeLawVersion[]
  law: Law
  now: Date
  timeZone: string
}

/** Every version of a law's clocks that Privacy has set; requests name the one that they were counted with. */
export function Versions({ versions, law, now, timeZone }: VersionsProps) {
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versions" className="mt-6">
      <h2 id="versions" className="mb-2 text-lg">
        Versions
      </h2>
      <Table
        caption="Versions of this law’s clocks"
        focusable
        head={
          <>
            <Th>Version</Th>
            <Th>Clocks</Th>
            <Th>Why</Th>
            <Th>Proposed by</Th>
            <Th>Since</Th>
          </>
        }
      >
        {versions.map(({ version, clocks, note, madeBy, at }) => (
          <Tr key={version}>
            <Th scope="row">{version}</Th>
            <Td sentences>{clocks ? clocks.map(clockWords).join('. ') : 'The law’s entry'}</Td>
            <Td sentences>
              <bdi>{note}</bdi>
            </Td>
            <Td>
              <bdi>{madeBy ?? 'Somebody'}</bdi>
            </Td>
            <Td>
              <DateText at={at} now={now} timeZone={timeZone} as="exact" />
            </Td>
          </Tr>
        ))}
        <Tr>
          <Th scope="row">0</Th>
          <Td sentences>{law.clocks.map(clockWords).join('. ')}</Td>
          <Td className="text-ink-soft">As it comes with Habeas</Td>
          <Td>–</Td>
          <Td>–</Td>
        </Tr>
      </Table>
    </section>
  )
}
