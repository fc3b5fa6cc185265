import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { fontClasses } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Privacy Center', template: '%s · Privacy Center' },
  // Only the start page is for search engines; it says so itself.
  robots: { index: false, follow: false },
  formatDetection: { email: false, telephone: false, address: false },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The policy's nonce is new with every answer, so no page may be made ahead of its request.
  await connection()
  return (
    <html lang="en" dir="ltr" className={fontClasses}>
      <body>{children}</body>
    </html>
  )
}
