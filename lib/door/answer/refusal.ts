import { refusalWords, type Tried } from '@/lib/core/api/refusal-words'
import { refusals } from '@/lib/core/api/refusals'
import type { Reason } from '@/lib/core/derived/reasons'

/** A refusal as callers get it: the reason, its words and its HTTP status. */
export interface DoorRefusal {
  ok: false
  reason: Reason
  status: number
  title: string
  /** Which field, step, variable, command or system it is about. */
  detail?: string
  /** Words per field, where the input was invalid. */
  fields?: Record<string, string>
}

export function refusal(
  reason: Reason,
  about: Tried & { fields?: Record<string, string> } = {},
): DoorRefusal {
  const { status } = refusals[reason]
  const { detail, fields } = about
  return {
    ok: false,
    reason,
    status,
    title: refusalWords(reason, about),
    ...(detail !== undefined && { detail }),
    ...(fields && { fields }),
  }
}

/** Undoes the transaction that it is thrown in, and becomes the answer. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly refusal: DoorRefusal) {
    super(refusal.reason)
  }
}
