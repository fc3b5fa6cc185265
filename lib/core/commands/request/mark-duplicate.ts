import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import type { Context, Decision } from '../../machine/decision'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { originalsOf } from '../../request/current'
import type { Request } from '../../request/request'

/** Closes the later of two requests, links it to the original, and tells the person; the original is never touched. */
export const markDuplicate = requestCommand({
  name: 'mark-duplicate',
  label: 'Duplicate Request',
  from: ['checking', 'verifying', 'processing'],
  to: ['closed'],
  input: z.object({ of: z.string().max(40).optional() }),
  decide: (request, { of }, context) => markedDuplicate(request, of, context),
})

/** @param of the original's reference; without it, the oldest original */
export function markedDuplicate(
  request: Request,
  of: string | undefined,
  context: Context,
  edited?: { subject?: string | undefined; body?: string | undefined },
): Decision {
  if (!markDuplicate.from.includes(request.state)) return refuse('illegal-state')
  const originals = originalsOf(request)
  const original = of ? originals.find(one => one.reference === of) : originals[0]
  if (!original) return refuse('not-a-duplicate')
  const link = { id: context.newId(), otherId: original.id, kind: 'duplicate-of' as const }
  return new Draft(request, context)
    .set({ links: [...request.links, link] })
    .fact({ duplicateOf: original.reference })
    .say('duplicate-request', { variables: { original_reference: original.reference }, edited })
    .close('duplicate')
    .done()
}
