import type { Role, StaffActor } from '@/lib/core/actor'
import { databaseNow } from '@/lib/store/client'
import { loadDemoDirectory } from '@/lib/store/demo-state'
import { type DemoPerson, demoDirectory, type Kind, peopleOf } from './directory'
import { addDemoPeople } from './people'
import { type Situation, situations } from './situations'
import { Walk } from './walk'

/** Somebody whom no directory knows: their request ends by itself. */
const stranger: DemoPerson = {
  name: 'Robin Nobody',
  country: 'DE',
  email: 'robin.nobody@people.example',
  username: 'robinn',
}

/**
 * Fills an empty database with the demo's people and requests, made by running real commands, so that nothing impossible
 * is on the queue. Called once for a database, before anybody can sign in.
 */
export async function seedDemo(): Promise<void> {
  const staff = await addDemoPeople()
  const now = await databaseNow()
  await loadDemoDirectory(demoDirectory(now))
  const took = new Map<string, DemoPerson>()
  const taken = new Map<Kind, number>()
  for (const situation of situations) {
    const person = whose(situation, took, taken)
    took.set(situation.name, person)
    const walk = await Walk.begin(situation.name, person, situation.daysAgo, staff, now)
    await situation.walk(walk)
  }
  await noAccount(staff, now)
}

function whose(
  { name, kind, again }: Situation,
  took: ReadonlyMap<string, DemoPerson>,
  taken: Map<Kind, number>,
): DemoPerson {
  const at = taken.get(kind) ?? 0
  const person = again ? took.get(again) : peopleOf(kind)[at]
  if (!person) throw new Error(`demo ${name}: nobody is left of kind ${kind}`)
  if (!again) taken.set(kind, at + 1)
  return person
}

async function noAccount(staff: ReadonlyMap<Role, StaffActor>, now: Date): Promise<void> {
  const walk = await Walk.begin('no account', stranger, 16, staff, now)
  await walk.checked()
}
