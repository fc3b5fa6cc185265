import type { Source } from './law'

/** What the entries of many laws are written with. */

/** A source that was read: the law's own text, or the regulator's. */
export const read = (text: string): Source => ({ text, confidence: 'read' })
/** Somebody else's account of the law. */
export const secondary = (text: string): Source => ({ text, confidence: 'secondary' })
/** Recalled, and not confirmed. */
export const recalled = (text: string): Source => ({ text, confidence: 'recalled' })

/** Everything that can be asked for. */
export const every = ['erasure', 'rectification', 'access', 'objection'] as const
/** The usual reasons for an extension. */
export const usual = ['complexity', 'number-of-requests'] as const
/** The safe side, where nothing is known to lengthen a clock. */
export const common = { pausesFor: [], roll: 'none', checkedOn: '2026-11-01' } as const
