import Link from 'next/link'
import { SettingForm } from '@/components/desk/setting-form'
import { sentence } from '@/components/request/labels/labels'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ParkedTry } from '@/lib/store/database/due-tries'
import { dueName } from './due-labels'

/** What became due and keeps failing: one row each, with the reason and a way to try it again at once. */
export function DueTable({ tries, now, timeZone }: { tries: ParkedTry[]; now: Date; timeZone: string }) {
  return (
    <Table
      caption="Due, and not done"
      showCaption
      head={
        <>
          <Th>Work</Th>
          <Th>Request</Th>
          <Th numeric>Tried</Th>
          <Th>What happened</Th>
          <Th>Number in the log</Th>
          <Th>Since</Th>
          <Th>Next try</Th>
          <Th>
            <span className="sr-only">Acts</span>
          </Th>
        </>
      }
    >
      {tries.map(due => (
        <Tr key={`${due.sweep} ${due.id}`}>
          <Th scope="row">{dueName(due)}</Th>
          <Td>{due.reference ? <Link href={`/requests/${due.reference}`}>{due.reference}</Link> : '–'}</Td>
          <Td numeric>{due.attempts}</Td>
          <Td>{due.refused ? `Refused: ${sentence(due.problem)}` : `Failed: ${due.problem}`}</Td>
          <Td className="tabular-nums select-all">{due.logId ?? '–'}</Td>
          <Td>
            <DateText at={due.since} now={now} timeZone={timeZone} />
          </Td>
          <Td>
            <DateText at={due.nextTryAt} now={now} timeZone={timeZone} />
          </Td>
          <Td>
            <SettingForm
              command="retry-due"
              form={`retry-${due.sweep}-${due.id.replaceAll(/\W/g, '-')}`}
              preset={{ sweep: due.sweep, id: due.id }}
            >
              <Button icon="refresh-cw">Try again</Button>
            </SettingForm>
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
