import { redirect } from 'next/navigation'
import type { RequestParams } from './request-frame'

/** The bare address of a request opens its details. */
export default async function RequestPage({ params }: { params: RequestParams }) {
  redirect(`/requests/${encodeURIComponent((await params).reference)}/details`)
}
