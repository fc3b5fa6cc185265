import type { ReactNode } from 'react'
import { PrivacyCenterShell } from '@/components/privacy-center/shell'

export default function PrivacyCenterLayout({ children }: { children: ReactNode }) {
  return <PrivacyCenterShell>{children}</PrivacyCenterShell>
}
