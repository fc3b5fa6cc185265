import Link from 'next/link'
import { VersionTable } from '@/components/desk/version-table'
import { Td } from '@/components/ui/table'
import type { TemplateVersion } from '@/lib/store/mail/templates'

interface TemplateVersionsProps {
  versions: readonly TemplateVersion[]
  /** Habeas brings words along in this language. */
  brought: boolean
  /** Address of this message's page. */
  here: string
  now: Date
  timeZone: string
}

/** Every wording that there was. Restoring one proposes it again, as a new version. */
export function TemplateVersions({ versions, brought, here, now, timeZone }: TemplateVersionsProps) {
  return (
    <VersionTable
      caption="Versions of this message"
      columns={['Subject']}
      cells={({ subject }) => (
        <Td>
          <bdi>{subject}</bdi>
        </Td>
      )}
      original={
        <Td className="text-ink-soft">{brought ? 'As it comes with Habeas' : 'The English words'}</Td>
      }
      act={{
        name: 'Restore',
        of: version => (
          <Link href={`${here}&restore=${version}`} prefetch={false} className="link">
            Put into the editor<span className="sr-only">: version {version}</span>
          </Link>
        ),
      }}
      className="mt-8"
      {...{ versions, now, timeZone }}
    />
  )
}
