import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ConfirmLink } from '@/components/public/links/confirm-link'
import { ContinueLink } from '@/components/public/links/continue-link'
import { MailOffLink } from '@/components/public/links/mail-off-link'
import { ObjectLink } from '@/components/public/links/object-link'
import { SubjectLink } from '@/components/public/links/subject-link'
import { Notice } from '@/components/ui/notice'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { isMailOff } from '@/lib/door/mail/waiting'
import { viewLink } from '@/lib/door/requester/requester'
import { readUnsent } from '@/lib/door/requester/requester-messages'
import { env } from '@/lib/env'
import { newSecret } from '@/lib/secrets'
import { ownPage, visitSecret } from '../../visit'
import { DeadLink } from './dead-link'

interface Props {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Your privacy request' }

/** The page of a mailed link. Looking at it changes nothing; only its buttons do. */
export default async function LinkPage({ params, searchParams }: Props) {
  const { token } = await params
  const query = await searchParams
  // Our links never repeat an address, so a link that does isn't ours.
  const repeated = Object.values(query).some(Array.isArray)
  const view = repeated ? null : await viewLink(token, await visitSecret())
  if (!view) return !repeated && (await isMailOff(token)) ? <MailOffLink token={token} /> : <DeadLink />
  if (view === 'inside') redirect(ownPage)
  const { request, shows } = view
  const typed = (await readUnsent(token)).reply ?? ''
  const minutes = Number(query.busy)
  return (
    <>
      {minutes > 0 && (
        <div className="mb-8">
          <Notice kind="warning" live title="Not done yet: too much is coming from your network">
            <p>
              Your link still works. Please try again in {minutes === 1 ? 'a minute' : `${minutes} minutes`}.
            </p>
          </Notice>
        </div>
      )}
      {shows === 'object' && (
        <ObjectLink
          token={token}
          request={request}
          type={requestTypes.get(request.type)}
          timeZone={env().orgTimeZone}
          typed={typed}
        />
      )}
      {shows === 'agree' && (
        <SubjectLink
          token={token}
          request={request}
          type={requestTypes.get(request.type)}
          timeZone={env().orgTimeZone}
          typed={typed}
        />
      )}
      {shows === 'confirm' && (
        <ConfirmLink
          token={token}
          request={request}
          type={requestTypes.get(request.type)}
          timeZone={env().orgTimeZone}
          press={newSecret()}
        />
      )}
      {shows === 'continue' && (
        <ContinueLink token={token} reference={request.reference} press={newSecret()} />
      )}
    </>
  )
}
