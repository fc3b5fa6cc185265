'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { cameFrom } from '@/app/(desk)/came-from'
import { instant } from '@/app/(desk)/instant'
import { sentForm } from '@/app/sent-form'
import { inputOf, typedTexts } from '@/components/request/form/act-input'
import type { ActionOutcome } from '@/components/request/form/action-provider'
import { roles } from '@/lib/core/people/actor'
import { retryDue, retryJob } from '@/lib/door/due/retry-parked'
import type { Done } from '@/lib/door/staff/changing'
import {
  acknowledgeDeletions,
  acknowledgeSuppression,
  saveRiskPolicy,
  saveTeamAddresses,
} from '@/lib/door/staff/organisation'
import { addPerson, changeRole, sendPasswordLink, setDisabled } from '@/lib/door/staff/people'
import { endPersonsSessions, letPersonConnect, resetSecondFactor } from '@/lib/door/staff/people-sign-in'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { applyRight, withdrawRight } from '@/lib/door/staff/rights'
import { saveSecondFactorRoles, saveSessionEnds } from '@/lib/door/staff/sign-in-rules'
import { giveToken, revokeToken } from '@/lib/door/staff/tokens'
import { type Change, type ChangeResult, changeResult, confirmLink, rightResult } from './change-result'
import { handbookChanges } from './handbook-changes'
import { aheadOf } from './laws/ahead'
import { systemChanges } from './system-changes'
import { usageChanges } from './usage-changes'
import { webhookChanges } from './webhook-changes'

const callSchema = z.object({ form: z.string().max(120), command: z.string().max(60), commandId: z.uuid() })

const id = z.string().min(1).max(100)
const role = z.enum(roles)
const rolesInput = z.partialRecord(role, z.literal(true)).default({})

const tried = (done: Done, title: string): ChangeResult =>
  !done.ok && done.reason === 'not-found'
    ? { ok: false, title: 'It doesn’t wait there any more.' }
    : changeResult(done, title)

const changes: Readonly<Record<string, Change>> = {
  ...handbookChanges,
  ...usageChanges,
  ...systemChanges,
  ...webhookChanges,
  'add-person': async (actor, input, commandId) =>
    rightResult(await addPerson(actor, input, commandId), 'Added.', 'The link to set a password was mailed.'),
  'change-role': async (actor, input, commandId) =>
    rightResult(
      await changeRole(actor, id.parse(input.id), role.parse(input.role), commandId),
      'The role is changed.',
      'Everything the person had open has ended.',
    ),
  'disable-person': async (actor, input, commandId) =>
    changeResult(await setDisabled(actor, id.parse(input.id), true, commandId), 'Shut out, at once.'),
  'end-sessions': async (actor, input, commandId) =>
    changeResult(
      await endPersonsSessions(actor, id.parse(input.id), commandId),
      'Everything that they had open has ended.',
    ),
  'reset-second-factor': async (actor, input, commandId) =>
    changeResult(
      await resetSecondFactor(actor, id.parse(input.id), commandId),
      'Their second factor is gone.',
      'They were mailed, and their sessions have ended.',
    ),
  'let-connect': async (actor, input, commandId) =>
    changeResult(
      await letPersonConnect(actor, id.parse(input.id), commandId),
      'They may connect within seven days, at their next single sign-on.',
    ),
  'demand-second-factor': async (actor, input, commandId) =>
    changeResult(
      await saveSecondFactorRoles(
        actor,
        { roles: Object.keys({ ...rolesInput.parse(input.roles) }) },
        commandId,
      ),
      'Saved. It counts from now on, for sessions that are open, too.',
    ),
  'change-session-ends': async (actor, input, commandId) =>
    changeResult(await saveSessionEnds(actor, input, commandId), 'Saved. It counts from now on.'),
  'enable-person': async (actor, input, commandId) =>
    rightResult(await setDisabled(actor, id.parse(input.id), false, commandId), 'Let in again.'),
  'apply-right': async (actor, input, commandId) =>
    changeResult(
      await applyRight(actor, id.parse(input.id), commandId),
      'Applied.',
      'It counts from now on. A new person was mailed their link.',
    ),
  'withdraw-right': async (actor, input, commandId) =>
    changeResult(
      await withdrawRight(actor, id.parse(input.id), commandId),
      'Withdrawn.',
      'Nothing has changed. A token that waited is revoked.',
    ),
  'send-password-link': async (actor, input, commandId) =>
    changeResult(await sendPasswordLink(actor, id.parse(input.id), commandId), 'A new link was mailed.'),
  'create-token': async (actor, input, commandId) => {
    const made = await giveToken(actor, input, commandId)
    return made.ok && made.token
      ? {
          ok: true,
          title: made.waits
            ? 'This is the token. It is shown once; keep it somewhere safe. It opens nothing until a second person applies it.'
            : 'This is the token. It is shown once; keep it somewhere safe.',
          text: made.token,
        }
      : changeResult(
          made,
          'It was made already.',
          'It is shown once. If you don’t have it, revoke it and make another.',
        )
  },
  'revoke-token': async (actor, input, commandId) =>
    changeResult(await revokeToken(actor, id.parse(input.id), commandId), 'The token is revoked.'),
  'retry-job': async (actor, input, commandId) =>
    tried(await retryJob(actor, id.parse(input.id), commandId), 'It is tried again.'),
  'retry-due': async (actor, input, commandId) =>
    tried(
      await retryDue(actor, id.parse(input.sweep), id.parse(input.id), commandId),
      'It is tried again within seconds.',
    ),
  'change-team-addresses': async (actor, input, commandId) =>
    changeResult(await saveTeamAddresses(actor, input.addresses ?? {}, commandId), 'Saved.'),
  'change-risk-policy': async (actor, input, commandId) =>
    changeResult(
      await saveRiskPolicy(actor, input, commandId),
      'Proposed.',
      'Another Privacy person can apply it now; requests that were rated before keep their version.',
    ),
  'acknowledge-suppression': async (actor, input, commandId) =>
    changeResult(
      await acknowledgeSuppression(actor, instant.parse(input.until), commandId),
      'Acknowledged.',
      'The addresses are gone from the list.',
    ),
  'acknowledge-deletions': async (actor, input, commandId) =>
    changeResult(
      await acknowledgeDeletions(
        actor,
        z.coerce.number().int().min(0).max(2_147_483_647).parse(input.version),
        commandId,
      ),
      'Acknowledged.',
      'The addresses are gone from the list.',
    ),
}

/** Input that none of our forms sends, such as an unknown id: not a typing error. */
function malformed(error: unknown): ChangeResult {
  if (!(error instanceof z.ZodError)) throw error
  return { ok: false, title: 'This page is out of date. Load it again.' }
}

/** Changes one of the settings, for every form of the settings' pages. */
export async function change(_last: ActionOutcome | null, sent: FormData): Promise<ActionOutcome> {
  const form = sentForm(sent)
  const page = await cameFrom('/settings')
  const { actor } = await requireStaff(page)
  const parsed = callSchema.safeParse(Object.fromEntries(form))
  // What every object has is no change.
  const run =
    parsed.success && Object.hasOwn(changes, parsed.data.command) ? changes[parsed.data.command] : undefined
  const about = { form: parsed.data?.form ?? '', id: crypto.randomUUID() }
  if (!parsed.success || !run)
    return { ...about, ok: false, title: 'This page is out of date. Load it again.', kept: typedTexts(form) }
  const ahead = form.has('ahead') ? aheadOf[parsed.data.command] : undefined
  const done = ahead
    ? await ahead(actor, inputOf(form))
    : await run(actor, inputOf(form), `desk:${actor.id}:${parsed.data.commandId}`).catch(malformed)
  if (done.ok && done.goTo) redirect(`${done.goTo}?did=${parsed.data.commandId}`)
  refresh()
  return { ...about, ...done, ...confirmLink(done, page), kept: done.ok ? [] : typedTexts(form) }
}
