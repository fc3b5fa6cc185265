import { describe, expect, it } from 'vitest'
import { endingOf } from '@/components/public/endings'
import { labelOf } from '@/components/public/intake/intake-fields'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { fieldsFor, whatWasAsked, wordsOf } from '@/lib/core/intake/fields-for'
import { actings, outcomes } from '@/lib/core/request/request'

const ways = actings.filter(way => way !== 'self')
const types = [...requestTypes.values()].filter(type => type.mayBeActedFor)
const cases = types.flatMap(type => ways.map(way => [type.key, way, type] as const))
/** Fields that are about the person who fills in the form. */
const own = ['requesterEmail', 'name']
const takenForThePerson =
  /\babout you\b|\byour (data|account|organisation|administrator)\b|\byou live\b|\bmy\b/i

describe('what somebody reads who asks for a person who is alive', () => {
  it.each(cases)('%s, %s: no field takes them for the person', (_key, way, type) => {
    for (const use of fieldsFor(type, way).filter(({ key }) => !own.includes(key)))
      expect(`${labelOf(use)} ${use.hint ?? ''}`, use.key).not.toMatch(takenForThePerson)
  })
  it.each(cases)('%s, %s: the title and what would be destroyed don’t, either', (_key, way, type) => {
    const { publicTitle, publicSummary, destroys } = wordsOf(type, way)
    expect([publicTitle, publicSummary, ...destroys].join(' ')).not.toMatch(takenForThePerson)
  })
  it.each(outcomes)('the end “%s” doesn’t, either', outcome => {
    const { title, detail } = endingOf({ outcome, erasureBegunAt: null }, true)
    expect(`${title} ${detail}`).not.toMatch(takenForThePerson)
  })
  it('a parent reads of their child', () => {
    const type = requestTypes.get('rectification') ?? expect.unreachable()
    const said = fieldsFor(type, 'parent').map(use => `${labelOf(use)} ${use.hint ?? ''}`)
    expect(said.join(' ')).toMatch(/your child’s username/i)
    expect(said.join(' ')).toMatch(/What we have about your child that isn’t right/)
  })
  it('what was asked for is told to the person themselves in words that fit every reader', () => {
    expect(whatWasAsked(requestTypes.get('individual-deletion'))).toBe('The deletion of an account')
    for (const type of types) expect(whatWasAsked(type), type.key).not.toMatch(/\b(my|your|their)\b/i)
  })
})
