import { finding, type Signal } from './signal'

const UNPAID = new Set(['', 'free', 'none'])

/**
 * Somebody pays, so more hangs on the account. A subscription that has not ended counts under any plan name,
 * and a paid plan counts even when its end has passed: the directory still lists it.
 */
export const paidPlan: Signal = {
  key: 'paid-plan',
  title: 'Paid plan',
  usual: { points: 15 },
  find({ plan, subscriptionEndsOn }, { now }, setting) {
    if (plan !== null && !UNPAID.has(plan.trim().toLowerCase())) {
      return finding(setting.points, `The account is on a paid plan (${plan.trim()}).`)
    }
    const today = now.toISOString().slice(0, 10)
    if (subscriptionEndsOn === null || subscriptionEndsOn < today) return null
    return finding(setting.points, `A subscription runs until ${subscriptionEndsOn}.`)
  },
}
