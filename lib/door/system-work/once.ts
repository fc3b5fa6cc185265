import type { EffectPlan, EffectRecord, Effects } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'

type What = Pick<EffectPlan, 'what' | 'target'>

/** Where effects are written down. */
export interface EffectBook {
  find(effect: What): Promise<EffectRecord | null>
  /** Writes down that it is about to happen, unless that is known. @throws StepStopped where it may not */
  begin(effect: What & { before: string | null }): Promise<void>
  settle(id: string, result: string): Promise<void>
  /** It is known not to have happened: the record of having begun goes. */
  drop(id: string): Promise<void>
  all(): Promise<readonly EffectRecord[]>
}

/** Has effects happen once, by what a book says of them: looked for, written down, done, written down. */
export function effectsOnce(book: EffectBook): Effects {
  const settled = async (record: EffectRecord, result: string): Promise<EffectRecord> => {
    await book.settle(record.id, result)
    return { ...record, state: 'done', result }
  }
  /** Where the system refused and certainly did nothing, there is nothing to be settled by a later try. */
  const acted = async (plan: EffectPlan, id: string): Promise<string> => {
    try {
      return await plan.act(id)
    } catch (error) {
      if (error instanceof SystemFailure && !error.mayHaveActed) await book.drop(id)
      throw error
    }
  }
  const once = async (plan: EffectPlan): Promise<EffectRecord> => {
    const { what, target, before = null } = plan
    const earlier = await book.find({ what, target })
    if (earlier?.state === 'done') return earlier
    if (earlier && plan.look) {
      const seen = await plan.look(earlier)
      if (seen.is === 'done') return await settled(earlier, seen.result)
      if (seen.is === 'unknown')
        throw new SystemFailure('nonsense', 'It can’t be told yet whether an earlier try had its effect.')
    }
    await book.begin({ what, target, before })
    const record = await book.find({ what, target })
    if (!record) throw new Error('an effect that was begun is gone')
    return await settled(record, await acted(plan, record.id))
  }
  return { once, all: () => book.all() }
}
