import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { NewLink } from '@/components/public/links/new-link'
import { readTyped } from '@/lib/door/intake/typed-form'
import { linkCookie } from './link-cookie'

export const metadata: Metadata = { title: 'Get a new link' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** For visitors without access to a request, or no longer. */
export default async function NewLinkPage({ searchParams }: Props) {
  const { asked, kept } = await searchParams
  const typed = await readTyped(linkCookie.secretIn(await headers()))
  return (
    <NewLink
      title="Open your request from your email"
      lead="For your protection, the page of a request opens by a link that we email to you, and stays open for a day."
      kept={kept === '1'}
      typed={typed}
      {...(asked === 'sent' || asked === 'busy' ? { asked } : {})}
    />
  )
}
