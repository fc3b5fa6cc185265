'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { SESSION_COOKIE } from '@/lib/auth/session-token'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { signOut } from '@/lib/door/staff/sign-in'
import { setSingleKeys } from '@/lib/store/staff/staff'

/** Ends the session, here and on the server. */
export async function signOutAction(): Promise<void> {
  const jar = await cookies()
  await signOut(jar.get(SESSION_COOKIE)?.value)
  jar.delete(SESSION_COOKIE)
  redirect('/sign-in?did=out')
}

/** Whether letters alone act, for the person who asks. */
export async function singleKeysAction(form: FormData): Promise<void> {
  const { actor } = await requireStaff('/requests')
  await setSingleKeys(actor.id, form.get('on') === 'yes')
  refresh()
}
