'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { sentForm } from '@/app/sent-form'
import { callIsRead } from '@/lib/answer-status'
import { submitSignOut } from '@/lib/door/sign-in/next-auth'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { setSingleKeys } from '@/lib/store/staff/staff'

/** Ends the session, here and on the server. */
export async function signOutAction(): Promise<void> {
  callIsRead()
  await submitSignOut()
  redirect('/sign-in?did=out')
}

/** Whether letters alone act, for the person who asks. */
export async function singleKeysAction(sent: FormData): Promise<void> {
  const form = sentForm(sent)
  const { actor } = await requireStaff('/requests')
  await setSingleKeys(actor.id, form.get('on') === 'yes')
  refresh()
}
