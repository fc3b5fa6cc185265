import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { PrivacyCenterShell } from '@/components/privacy-center/shell'

/**
 * Without an origin, a form sent over plain http looks like a stranger's and is refused. Our pages name the origin alone: their
 * address may be a key, so its path goes to nobody.
 */
export const metadata: Metadata = { referrer: 'strict-origin' }

export default function PrivacyCenterLayout({ children }: { children: ReactNode }) {
  return <PrivacyCenterShell>{children}</PrivacyCenterShell>
}
