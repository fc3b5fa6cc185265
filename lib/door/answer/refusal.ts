import { refusals } from '@/lib/core/api/refusals'
import { commandOf } from '@/lib/core/commands/index'
import type { Reason } from '@/lib/core/derived/reasons'

/** A refusal as callers get it: the reason, its words and its HTTP status. */
export interface DoorRefusal {
  ok: false
  reason: Reason
  status: number
  title: string
  /** Which field, step, variable or command it is about. */
  detail?: string
  /** Words per field, where the input was invalid. */
  fields?: Record<string, string>
}

export function refusal(
  reason: Reason,
  about: { detail?: string | undefined; fields?: Record<string, string> } = {},
): DoorRefusal {
  const { status } = refusals[reason]
  const { detail, fields } = about
  const title = titleOf(reason, detail)
  return {
    ok: false,
    reason,
    status,
    title,
    ...(detail !== undefined && { detail }),
    ...(fields && { fields }),
  }
}

/** A refusal in favour of another command names it as its button does. */
function titleOf(reason: Reason, detail: string | undefined): string {
  const other = reason === 'use-command' && detail ? commandOf({ command: detail }) : undefined
  return other ? `This is done by “${other.label}”.` : refusals[reason].title
}

/** Undoes the transaction that it is thrown in, and becomes the answer. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly refusal: DoorRefusal) {
    super(refusal.reason)
  }
}
