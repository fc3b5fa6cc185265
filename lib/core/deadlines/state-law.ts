import type { Law, Source, Span } from './law'
import { usual } from './law-parts'

/** So many calendar days. */
export const days = (n: number): Span => ({ n, unit: 'days' })

/** A state's law, as far as it differs from the others. */
interface State {
  id: string
  name: string
  regions: readonly string[]
  respond?: number
  /** Days; null where no extension is known of. */
  extend?: number | null
  /** Days to answer an appeal to us; none where the law has no appeal. */
  appeal?: number
  /** Days more that the law lets us take for an appeal. */
  appealExtend?: number
  appealAbout?: string
  /** Days to stop once consent is withdrawn or somebody opts out, where the law says another number for that. */
  withdrawal?: number
  sources: readonly Source[]
  effectiveFrom?: string
  checkedOn?: string
}

const attorney = 'the state’s Attorney General'

/**
 * A state's law. The statutes count calendar days from receipt, never pause for us, and nothing found makes them roll forward.
 */
export const stateLaw = ({
  withdrawal,
  respond = 45,
  extend = 45,
  appeal,
  appealExtend,
  appealAbout,
  ...law
}: State): Law => ({
  checkedOn: '2026-11-01',
  ...law,
  complaint: attorney,
  appeal: appeal
    ? {
        kind: 'appeal',
        respond: days(appeal),
        ...(appealExtend && { extend: { by: days(appealExtend), reasons: usual } }),
        authority: attorney,
        ...(appealAbout && { about: appealAbout }),
      }
    : undefined,
  clocks: [
    {
      actions: ['erasure', 'rectification', 'access', ...(withdrawal ? [] : (['objection'] as const))],
      respond: days(respond),
      ...(extend && { extend: { by: days(extend), reasons: usual } }),
    },
    ...(withdrawal ? [{ actions: ['objection'] as const, respond: days(withdrawal) }] : []),
  ],
  pausesFor: [],
  roll: 'none',
})
