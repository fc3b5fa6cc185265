import type { ReadyMessage } from '@/components/request/step/message-offer'
import type { OfferedStep } from '@/components/request/step/next-step'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { besideMessage, messageOf } from '@/lib/core/advice/form-fields'
import { messageAct } from '@/lib/core/advice/message-acts'
import { lateEndOf } from '@/lib/core/derived/ends-too-late'
import type { Context } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { previewMessage } from '@/lib/door/mail/preview'

/**
 * The message of a step, where it can go as it is: it would be accepted now, nothing is left to fill in, and the composer would show
 * nothing more to decide on. Null for every other step.
 */
export async function readyMessage(
  { request, personal, context }: { request: PrivacyRequest; personal: boolean; context: Context },
  step: OfferedStep | undefined,
): Promise<ReadyMessage | null> {
  const key = step?.allowed && !step.aside && !step.needs?.length && personal ? messageOf(step) : undefined
  const act = key && messageAct(key)
  if (!key || !act || besideMessage(act.command, key).fields.length > 0) return null
  if (wouldRefuse(act, request, context) !== null || lateEndOf(request, key, context)) return null
  const message = await previewMessage(request, context, key)
  return message?.missing.length === 0 ? message : null
}
