import pg from 'pg'
import { expect, test } from 'vitest'
import { supportAndPrivacy } from '@/lib/core/people/permissions'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { readAudit } from '@/lib/store/audit/audit'
import { readMessages } from '@/lib/store/mail/conversation'
import { readNavigation } from '@/lib/store/queue/navigation'
import { readQueue } from '@/lib/store/queue/queue'
import { readEscalations } from '@/lib/store/request/escalations'
import { readLinked } from '@/lib/store/request/links'
import { listOffChannel } from '@/lib/store/request/off-channel'
import { readRequest } from '@/lib/store/request/requests'
import { readTasks } from '@/lib/store/request/tasks'
import { organisationRules } from '@/lib/store/settings/decision-rules'
import { listColleagues, readNames } from '@/lib/store/staff/staff'
import { aWorld } from '../factories/world'

/*
 * How many queries a page makes must not depend on how much it shows. Counted where they leave for PostgreSQL, so that one
 * hidden in a loop counts as well.
 */

const world = await aWorld()
const support = world.staff('support-engineer')

async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  await work() // Connections and settings of a first call aren't the page's.
  const { query } = pg.Client.prototype
  let count = 0
  // A wrapper around the real function: it passes all arguments on.
  pg.Client.prototype.query = new Proxy(query, {
    apply(target, self, args) {
      count++
      return Reflect.apply(target, self, args)
    },
  })
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return count
}

const first = await world.begin()

const request = (reference: string) => async () => {
  const read = await readRequest(support, reference)
  if (!read) throw new Error('there is no such request')
  await organisationRules()
  await listColleagues(support, supportAndPrivacy)
  return read
}
const pages = (reference: string) => ({
  navigation: () => readNavigation(support),
  queue: () => readQueue(support, queueFilterSchema.parse({ view: 'all' })),
  'my tasks': () => readTasks(support, { mine: false }),
  escalations: () => readEscalations(support, { open: true }),
  'off-channel': () => listOffChannel(support, undefined),
  'a request': request(reference),
  'its details': async () => {
    const { id } = await request(reference)()
    await readLinked(support, id)
  },
  'its messages': async () => {
    const { id } = await request(reference)()
    await readMessages(support, id)
  },
  'its status': async () => {
    const { id, tasks } = await request(reference)()
    await readAudit(support, id)
    await readNames(
      support,
      tasks.flatMap(task => task.assigneeId ?? []),
    )
  },
})
const counted = async (reference: string) => {
  const counts: Record<string, number> = {}
  for (const [page, read] of Object.entries(pages(reference))) counts[page] = await queriesOf(read)
  return counts
}

test('a page makes as many queries for a long story among many requests as for the first one', async () => {
  const little = await counted(first.reference)
  expect(little).toMatchInlineSnapshot(`
    {
      "a request": 20,
      "escalations": 1,
      "its details": 21,
      "its messages": 22,
      "its status": 21,
      "my tasks": 1,
      "navigation": 1,
      "off-channel": 1,
      "queue": 1,
    }
  `)
  const long = await world.begin()
  for (let turn = 0; turn < 12; turn++) {
    await world.run('support-engineer', long.reference, 'add-note', {
      text: `Looked at it for the ${turn}th time.`,
    })
    await world.begin()
  }
  expect(await counted(long.reference)).toEqual(little)
})
