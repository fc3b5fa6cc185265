import Link from 'next/link'
import { DateText } from '@/components/ui/date-text'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { publicMails, staffMails } from '@/emails/index'
import type { StrayMail } from '@/lib/store/mail/stray-mail'

const names = new Map<string, string>([...staffMails, ...publicMails].map(({ key, name }) => [key, name]))

const nameOf = (kind: string) => names.get(kind) ?? (kind === 'download-code' ? 'Download Code' : kind)

/** Mails outside the conversations that came back, or of which nobody knows whether they arrived: no request tells of them. */
export function StrayTable({ mails, now, timeZone }: { mails: StrayMail[]; now: Date; timeZone: string }) {
  return (
    <Table
      caption="Mail that didn’t arrive"
      showCaption
      head={
        <>
          <Th>Mail</Th>
          <Th>To</Th>
          <Th>Request</Th>
          <Th>What happened</Th>
          <Th>When</Th>
        </>
      }
    >
      {mails.map(({ id, kind, recipient, reference, state, settledAt }) => (
        <Tr key={id}>
          <Th scope="row">{nameOf(kind)}</Th>
          <Td>{recipient ? <bdi>{recipient}</bdi> : 'somebody outside'}</Td>
          <Td>{reference ? <Link href={`/requests/${reference}`}>{reference}</Link> : '–'}</Td>
          <Td>{state === 'bounced' ? 'Came back' : 'Nobody knows whether it arrived'}</Td>
          <Td>{settledAt ? <DateText at={settledAt} now={now} timeZone={timeZone} /> : '–'}</Td>
        </Tr>
      ))}
    </Table>
  )
}
