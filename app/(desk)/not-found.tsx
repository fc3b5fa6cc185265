import type { Metadata } from 'next'
import { DeskButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata: Metadata = { title: 'Not found' }

/** A request, task or page that isn't there, or isn't for this role: the same words, so that neither is told. */
export default function DeskNotFound() {
  return (
    <>
      <PageHeading title="There is nothing here for you" />
      <p className="mb-4 max-w-measure">
        It doesn’t exist, or your role may not see it. Nothing was changed. Check the reference, or ask the
        colleague who sent you the link.
      </p>
      <DeskButtonLink href="/requests">Go to Incoming Requests</DeskButtonLink>
    </>
  )
}
