import { messageAct, offeredMessages } from '@/lib/core/advice/message-acts'
import { unavailableWords } from '@/lib/core/api/unavailable-copy'
import type { Context } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'

/** Messages that staff can send, those that fit now first, the others with why they can't be sent. */
export function templatesFor(
  request: PrivacyRequest,
  context: Context,
): { key: string; name: string; because?: string }[] {
  const all = offeredMessages(request, context).map(({ key, name, refused }) =>
    refused ? { key, name, because: unavailableWords(refused, request, messageAct(key)) } : { key, name },
  )
  return [...all.filter(template => !template.because), ...all.filter(template => template.because)]
}
