import { authenticatorLink, inGroups, qrPath } from '@/lib/auth/authenticator'
import { env } from '@/lib/env'
import { readSetting } from '@/lib/store/settings/settings'
import { readApp } from '@/lib/store/staff/second-factor'
import type { Staff } from '../staff/require-staff'

/** What an authenticator app has to learn, while it is being set up; null before and afterwards. */
export async function appSetup({
  actor,
  email,
}: Staff): Promise<{ secret: string; link: string; qr: { path: string; side: number } } | null> {
  const app = await readApp(actor.id, env().key)
  if (!app || app.isConfirmed) return null
  const link = authenticatorLink(app.secret, email, await readSetting('organisation'))
  return { secret: inGroups(app.secret), link, qr: qrPath(link) }
}
