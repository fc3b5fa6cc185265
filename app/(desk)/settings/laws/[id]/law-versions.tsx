import { VersionTable } from '@/components/desk/version-table'
import { Td } from '@/components/ui/table'
import type { Law } from '@/lib/core/deadlines/law'
import { clockWords } from '@/lib/core/deadlines/law-labels'
import type { MadeLawVersion } from '@/lib/store/settings/law-versions'

interface LawVersionsProps {
  versions: readonly MadeLawVersion[]
  law: Law
  now: Date
  timeZone: string
}

/** Every version of a law's clocks that Privacy has set; requests name the one that they were counted with. */
export function LawVersions({ versions, law, now, timeZone }: LawVersionsProps) {
  if (versions.length === 0) return null
  return (
    <VersionTable
      caption="Versions of this law’s clocks"
      columns={['Clocks', 'Why']}
      cells={({ clocks, note }) => (
        <>
          <Td sentences>{clocks ? clocks.map(clockWords).join('. ') : 'The law’s entry'}</Td>
          <Td sentences>
            <bdi>{note}</bdi>
          </Td>
        </>
      )}
      original={
        <>
          <Td sentences>{law.clocks.map(clockWords).join('. ')}</Td>
          <Td className="text-ink-soft">As it comes with Habeas</Td>
        </>
      }
      className="mt-6"
      {...{ versions, now, timeZone }}
    />
  )
}
