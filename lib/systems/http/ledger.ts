import { z } from 'zod'
import type { EffectRecord } from '../contract'
import type { Erased } from './api'

/** What the ledger keeps of an erasure: the answer, as it came. */

const kept = z.union([
  z.object({ job: z.string() }),
  z.object({ found: z.boolean(), evidence: z.string().nullable() }),
])

export const keptAnswer = (answer: Erased): string => JSON.stringify(answer)

/** @throws where the record is none of an erasure that was answered */
export function answerOf({ result }: EffectRecord): Erased {
  return kept.parse(JSON.parse(result ?? 'null'))
}
