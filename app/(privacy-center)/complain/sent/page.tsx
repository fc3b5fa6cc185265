import type { Metadata } from 'next'
import { PageHeading } from '@/components/ui/page-heading'
import { complainPage } from '../complaint-cookie'

export const metadata: Metadata = { title: 'Your complaint has arrived' }

/** The end of the form for complaints; the same for everybody. */
export default function ComplaintSentPage() {
  return (
    <>
      <PageHeading
        title="Your complaint has arrived"
        lead="Thank you for telling us. Our privacy team will look at it."
      />
      <p className="max-w-measure">
        If the email address is right, we write to it. The email has the number of your complaint, and the day
        by which you will have our answer. If it takes us long, we will write to you in between.
      </p>
      <p className="mt-6 max-w-measure">
        We confirm no more than five complaints an hour to one address, and none for 7 days after its owner
        chose “I didn’t ask for this” in one of our emails. Your complaint has arrived all the same, and you
        will have our answer.
      </p>
      <p className="mt-6 max-w-measure">
        Nothing in your inbox? Look in the spam folder, then{' '}
        <a href={complainPage} className="link">
          send it again
        </a>
        .
      </p>
    </>
  )
}
