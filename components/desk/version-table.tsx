import type { ReactNode } from 'react'
import { DateText } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'

interface Version {
  version: number
  /** Name of the person who proposed it; null where it isn't known any more. */
  madeBy: string | null
  at: Date
}

interface VersionTableProps<Row extends Version> {
  caption: string
  /** Names of the columns that say what a version holds. */
  columns: readonly string[]
  versions: readonly Row[]
  /** The cells under those columns. */
  cells: (version: Row) => ReactNode
  /** The same cells of version 0, which nobody proposed. */
  original: ReactNode
  /** A last column: its name, and what it offers for a version. */
  act?: { name: string; of: (version: number) => ReactNode }
  now: Date
  timeZone: string
  className: string
}

/** Every version of something that Privacy may change, the newest first, down to what comes with Habeas. */
export function VersionTable<Row extends Version>({
  caption,
  columns,
  versions,
  cells,
  original,
  act,
  now,
  timeZone,
  className,
}: VersionTableProps<Row>) {
  return (
    <section aria-labelledby="versions" className={className}>
      <h2 id="versions" className="mb-2 text-lg">
        Versions
      </h2>
      <Table
        caption={caption}
        focusable={!act}
        head={['Version', ...columns, 'Proposed by', 'Since', ...(act ? [act.name] : [])].map(name => (
          <Th key={name}>{name}</Th>
        ))}
      >
        {versions.map(version => (
          <Tr key={version.version}>
            <Th scope="row">{version.version}</Th>
            {cells(version)}
            <Td>
              <bdi>{version.madeBy ?? 'Somebody'}</bdi>
            </Td>
            <Td>
              <DateText at={version.at} now={now} timeZone={timeZone} as="exact" />
            </Td>
            {act && <Td>{act.of(version.version)}</Td>}
          </Tr>
        ))}
        <Tr>
          <Th scope="row">0</Th>
          {original}
          <Td>–</Td>
          <Td>–</Td>
          {act && <Td>{act.of(0)}</Td>}
        </Tr>
      </Table>
    </section>
  )
}
