import { declinesBy } from '@/lib/core/handbook/outcomes'
import { outcomes } from '@/lib/core/request/request'
import { Prisma } from '@/prisma/generated/client'

/** What a request's answer is in every figure that is counted of answers, over the columns of `request`. */

/** Ends that answer what was asked; what was taken back, never confirmed or asked for before has no answer of its own. */
const answers = outcomes.filter(outcome => declinesBy[outcome] !== 'never')

/**
 * The request was answered: confirmed, and then fulfilled or declined; or refused without that. It says the same as the record
 * of the answer, and still does once that has been erased.
 */
export const isAnswered = Prisma.sql`
  (outcome = any(${answers}::text[]) and (confirmed_at is not null or outcome = 'refused'))`

/** When it was: on the day on which data was handed over, else with its end. */
const answeredAt = Prisma.sql`coalesce(responded_at, closed_at)`

/** It was answered on its due date or before. */
export const isInTime = Prisma.sql`(${isAnswered} and ${answeredAt} <= due_on)`

/** It was answered after its due date. */
export const isLate = Prisma.sql`(${isAnswered} and ${answeredAt} > due_on)`

/** Calendar days from receipt to the answer. @param zone IANA name, in which the days are counted */
export function daysToAnswer(zone: string): Prisma.Sql {
  const day = (column: Prisma.Sql) => Prisma.sql`(${column} at time zone ${zone})::date`
  return Prisma.sql`(${day(answeredAt)} - ${day(Prisma.sql`received_at`)})`
}
