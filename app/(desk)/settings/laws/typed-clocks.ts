import { z } from 'zod'
import { laws } from '@/lib/core/deadlines/laws/index'

const typedSpan = z.object({ n: z.unknown().optional(), unit: z.unknown().optional() })
const typed = z.object({
  respond: typedSpan.optional(),
  acknowledge: typedSpan.optional(),
  extend: typedSpan.extend({ kind: z.string(), reasons: z.record(z.string(), z.unknown()).optional() }),
})

/**
 * A law's form as what the door takes: its clocks in their order, each for the actions that it is for; what was left empty is
 * none. Without clocks it asks for those that Habeas comes with.
 */
export function typedClocks({ law: id, note, clocks }: Record<string, unknown>): Record<string, unknown> {
  const law = laws.find(law => law.id === id)
  const sent = z.record(z.string(), typed).safeParse(clocks).data
  if (!law || clocks === undefined) return { law: id, note, clocks: null }
  return {
    law: id,
    note,
    clocks: law.clocks.map(({ actions }, at) => {
      const { respond = {}, acknowledge, extend } = sent?.[at] ?? {}
      return {
        actions,
        respond,
        ...(acknowledge?.n !== undefined && { acknowledge }),
        ...(extend && extend.kind !== 'none' && { extend: extension(extend) }),
      }
    }),
  }
}

const extension = ({ kind, n, unit, reasons = {} }: z.output<typeof typed>['extend']) => ({
  by: kind === 'by' ? { n, unit } : null,
  reasons: Object.entries(reasons).flatMap(([reason, on]) => (on === true ? [reason] : [])),
})
