import { z } from 'zod'
import { sentText } from '@/app/sent-form'
import {
  changeOwnName,
  changeOwnPassword,
  endOtherSessions,
  endOwnSession,
  setOwnMail,
} from '@/lib/door/account/own-account'
import {
  cancelOwnApp,
  renewOwnCodes,
  startOwnApp,
  turnOffOwnApp,
  turnOnOwnApp,
} from '@/lib/door/account/own-factor'
import { finishOwnPasskey, removeOwnPasskey } from '@/lib/door/account/own-passkeys'
import type { DoorRefusal } from '@/lib/door/answer/refusal'
import { currentCaller } from '@/lib/door/sign-in/caller'
import type { Staff } from '@/lib/door/staff/require-staff'
import { type ChangeResult, changeResult } from '../settings/change-result'

type Codes = { codes?: readonly string[] }
type AccountResult = ChangeResult & Codes
type AccountChange = (
  staff: Staff,
  input: Record<string, unknown>,
  /** As it was sent: passwords are nothing to be tidied. */
  form: FormData,
  commandId: string,
) => Promise<AccountResult>

const id = z.string().min(1).max(100).catch('')
const text = z.string().max(20_000).catch('')
/** New recovery codes are shown with what became of the change. */
function withCodes(done: ({ ok: true } & Codes) | DoorRefusal, title: string): AccountResult {
  if (!done.ok || !done.codes) return changeResult(done, title)
  return {
    ok: true,
    title: `${title} These are your recovery codes, shown this once.`,
    text: 'Keep them somewhere safe. Each lets you in once, when you don’t have your second factor with you.',
    codes: done.codes,
  }
}

/** What somebody can change of their own account. */
export const accountChanges: Readonly<Record<string, AccountChange>> = {
  'change-own-name': async (staff, input, _form, commandId) =>
    changeResult(await changeOwnName(staff, input.name, commandId), 'Your name is changed.'),
  'change-password': async (staff, _input, form, commandId) =>
    changeResult(
      await changeOwnPassword(
        staff,
        { current: sentText(form, 'password~current'), next: sentText(form, 'password~next') },
        await currentCaller(),
        commandId,
      ),
      'Your password is changed.',
      'Your other sessions have ended.',
    ),
  'set-own-mail': async (staff, input, _form, commandId) =>
    changeResult(await setOwnMail(staff, input.on === true, commandId), 'Saved.'),
  'end-session': async (staff, input, _form, commandId) =>
    changeResult(await endOwnSession(staff, id.parse(input.id), commandId), 'That session has ended.'),
  'end-sessions': async (staff, _input, _form, commandId) =>
    changeResult(await endOtherSessions(staff, commandId), 'All other sessions have ended.'),
  'start-authenticator': async (staff, _input, _form, commandId) =>
    changeResult(
      await startOwnApp(staff, commandId),
      'Scan the picture below.',
      'The app counts once you have typed a first code of it.',
    ),
  'cancel-authenticator': async (staff, _input, _form, commandId) =>
    changeResult(await cancelOwnApp(staff, commandId), 'Cancelled. Nothing is turned on.'),
  'turn-on-authenticator': async (staff, input, _form, commandId) =>
    withCodes(
      await turnOnOwnApp(staff, text.parse(input.code), await currentCaller(), commandId),
      'The app is on.',
    ),
  'turn-off-authenticator': async (staff, _input, _form, commandId) =>
    changeResult(await turnOffOwnApp(staff, commandId), 'The app is off.'),
  'renew-recovery-codes': async (staff, _input, _form, commandId) =>
    withCodes(await renewOwnCodes(staff, commandId), 'The old codes have stopped working.'),
  'add-passkey': async (staff, input, _form, commandId) =>
    withCodes(
      await finishOwnPasskey(
        staff,
        { step: text.parse(input.step), made: text.parse(input.made), name: text.parse(input.name) },
        commandId,
      ),
      'The passkey is added.',
    ),
  'remove-passkey': async (staff, input, _form, commandId) =>
    changeResult(await removeOwnPasskey(staff, id.parse(input.id), commandId), 'The passkey is removed.'),
}
