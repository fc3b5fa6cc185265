import type { Role, StaffActor } from '@/lib/core/people/actor'
import { databaseNow } from '@/lib/store/database/transaction'
import { loadDemoDirectory } from '@/lib/store/demo/demo-state'
import { type DemoPerson, demoDirectory, type Kind, peopleOf } from './directory'
import { logDemoArrivals } from './off-channel'
import { addDemoPeople } from './people'
import type { Situation } from './situation'
import { situations } from './situations'
import { seedUsage } from './usage'
import { Walk } from './walk'

/** A person who is in no directory: the system closes their request. */
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
  const planned = situations.map(situation => {
    const person = whose(situation, took, taken)
    took.set(situation.name, person)
    return { situation, person }
  })
  const play = async ({ situation, person }: (typeof planned)[number]) =>
    situation.walk(await Walk.begin(situation, person, staff, now))
  // Most of the time goes into waiting for the database, so several walk at once; who asks again comes after the rest.
  const first = planned.filter(({ situation }) => situation.alone)
  const rest = planned.filter(({ situation }) => !situation.alone && !situation.again)
  for (const beginning of first) await play(beginning)
  await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => inTurn(rest, lane, play)))
  for (const beginning of planned.filter(({ situation }) => situation.again)) await play(beginning)
  await noAccount(staff, now)
  const [asker] = peopleOf('asking').slice(taken.get('asking') ?? 0)
  if (!asker) throw new Error('demo off-channel: nobody is left to ask')
  await logDemoArrivals(engineerOf(staff), asker)
  await seedUsage(staff, now)
}

/** Who works on the demo's requests. */
function engineerOf(staff: ReadonlyMap<Role, StaffActor>): StaffActor {
  const engineer = staff.get('support-engineer')
  if (!engineer) throw new Error('the demo has no support engineer')
  return engineer
}

const AT_ONCE = 5

/** Every so-many-th of a list, one after the other. */
async function inTurn<Item>(list: readonly Item[], lane: number, play: (item: Item) => Promise<unknown>) {
  for (const beginning of list.filter((_, at) => at % AT_ONCE === lane)) await play(beginning)
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
  const walk = await Walk.begin({ name: 'no account', daysAgo: 16 }, stranger, staff, now)
  await walk.checked()
}
