'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { sentForm } from '@/app/sent-form'
import { inputOf, typedTexts } from '@/components/request/form/act-input'
import type { ActionOutcome } from '@/components/request/form/action-provider'
import type { PasskeyOffer } from '@/components/sign-in/passkey-button'
import { callIsRead } from '@/lib/answer-status'
import { beginOwnPasskey } from '@/lib/door/account/own-passkeys'
import { ACCOUNT_PAGE, requireAccount } from '@/lib/door/staff/require-staff'
import { confirmLink } from '../settings/change-result'
import { accountChanges } from './account-changes'

const callSchema = z.object({ form: z.string().max(120), command: z.string().max(60), commandId: z.uuid() })
const outOfDate = { ok: false, title: 'This page is out of date. Load it again.' } as const

/** Changes something of the own account, for every form of its page. */
export async function changeAccount(_last: ActionOutcome | null, sent: FormData): Promise<ActionOutcome> {
  const form = sentForm(sent)
  const staff = await requireAccount(ACCOUNT_PAGE)
  const {
    form: name = '',
    command = '',
    commandId,
  } = callSchema.safeParse(Object.fromEntries(form)).data ?? {}
  const about = { form: name, id: crypto.randomUUID() }
  const run = Object.hasOwn(accountChanges, command) ? accountChanges[command] : undefined
  if (!run || !commandId) return { ...about, ...outOfDate, kept: typedTexts(form) }
  const done = await run(staff, inputOf(form), form, `desk:${staff.actor.id}:${commandId}`)
  refresh()
  return { ...about, ...done, ...confirmLink(done, ACCOUNT_PAGE), kept: done.ok ? [] : typedTexts(form) }
}

/** Options with which the browser makes a passkey; words where there are none. */
export async function offerPasskey(): Promise<PasskeyOffer | string> {
  callIsRead()
  const begun = await beginOwnPasskey(await requireAccount(ACCOUNT_PAGE), crypto.randomUUID())
  if (!begun.ok) return begun.fields?.passkey ?? begun.title
  const { step, options } = begun
  return step && options ? { step, options } : 'Try again.'
}
