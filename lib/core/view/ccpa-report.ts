import { z } from 'zod'
import type { RequestType } from '../handbook/request-types/request-type'
import { type Ground, grounds, responses } from '../request/record'
import { type Outcome, outcomes } from '../request/request'

// The figures of CCPA regulations § 7102: what was asked in a calendar year, how it was answered, and how fast.

/** The rights that the regulations count. */
export const ccpaKinds = ['delete', 'correct', 'know', 'opt-out', 'limit'] as const
export type CcpaKind = (typeof ccpaKinds)[number]

/** Which of them a request type is about; null where it is about none. */
export function ccpaKindOf({ key, action }: Pick<RequestType, 'key' | 'action'>): CcpaKind | null {
  if (key === 'marketing-opt-out') return 'opt-out'
  if (action === 'erasure') return 'delete'
  if (action === 'rectification') return 'correct'
  return action === 'access' ? 'know' : null
}

const denials = ['notVerifiable', 'notAConsumer', 'exempt', 'other'] as const
type Denial = (typeof denials)[number]

/** Why a refusal was one, in the classes of the regulations. */
const denialOfGround: Readonly<Record<Ground, Denial>> = {
  'not-verifiable': 'notVerifiable',
  'not-covered': 'notAConsumer',
  'exempt-legal-obligation': 'exempt',
  'legal-claims': 'exempt',
  'freedom-of-expression': 'exempt',
  'manifestly-unfounded': 'other',
  excessive: 'other',
  'third-party-rights': 'other',
  other: 'other',
}

/** The same for outcomes that have no ground of their own. */
const denialOfOutcome: Readonly<Partial<Record<Outcome, Denial>>> = {
  'no-account': 'notVerifiable',
  'not-verified': 'notVerifiable',
  'no-authority': 'notVerifiable',
  'not-controller': 'notAConsumer',
  'no-permission': 'notAConsumer',
  embargoed: 'exempt',
}

/** The class of a denial. */
export const denialOf = (outcome: Outcome | null, ground: Ground | null): Denial =>
  (ground && denialOfGround[ground]) ?? (outcome && denialOfOutcome[outcome]) ?? 'other'

/** The year that is asked for; without one, the present. */
export const ccpaQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })

const count = z.number().int()
const days = z.number().nullable()

const row = z.object({
  kind: z.enum(ccpaKinds),
  received: count,
  /** Complied with in whole. */
  whole: count,
  /** Complied with in part. */
  part: count,
  denied: count,
  deniedBecause: z.object({ notVerifiable: count, notAConsumer: count, exempt: count, other: count }),
  /** Not answered yet, taken back, or a duplicate of another one. */
  withoutAnswer: count,
  /** Days from receipt to the substantive answer; null where none was given. */
  medianDays: days,
  meanDays: days,
})
export type CcpaRow = z.output<typeof row>

/** The figures of one year, for the people of California and for everybody. Numbers only, nothing about a person. */
export const ccpaReport = z.object({
  year: count,
  jurisdictions: z.array(z.object({ jurisdiction: z.enum(['US-CA', 'all']), rows: z.array(row) })),
})
export type CcpaReport = z.output<typeof ccpaReport>

/** Requests of one kind that ended alike. */
export const ccpaCounts = z.array(
  z.object({
    kind: z.enum(ccpaKinds),
    outcome: z.enum(outcomes).nullable(),
    ground: z.enum(grounds).nullable(),
    response: z.enum(responses).nullable(),
    count,
  }),
)
/** How many days the answers of one kind took. */
export const ccpaDays = z.array(z.object({ kind: z.enum(ccpaKinds), medianDays: days, meanDays: days }))

/** One row for each right, also where nothing was asked. */
export function ccpaRows(counts: z.output<typeof ccpaCounts>, took: z.output<typeof ccpaDays>): CcpaRow[] {
  return ccpaKinds.map(kind => {
    const of = counts.filter(item => item.kind === kind)
    const sum = (are: (item: (typeof of)[number]) => boolean) =>
      of.filter(are).reduce((total, item) => total + item.count, 0)
    const because = (denial: Denial) =>
      sum(({ response, outcome, ground }) => response === 'denied' && denialOf(outcome, ground) === denial)
    const { medianDays = null, meanDays = null } = took.find(item => item.kind === kind) ?? {}
    return {
      kind,
      received: sum(() => true),
      whole: sum(({ response }) => response === 'whole'),
      part: sum(({ response }) => response === 'part'),
      denied: sum(({ response }) => response === 'denied'),
      deniedBecause: {
        notVerifiable: because('notVerifiable'),
        notAConsumer: because('notAConsumer'),
        exempt: because('exempt'),
        other: because('other'),
      },
      withoutAnswer: sum(({ response }) => response === null),
      medianDays,
      meanDays,
    }
  })
}
