import { randomUUID } from 'node:crypto'
import { secretHash } from '@/lib/auth/session-token'
import { newToken, tokenHash } from '@/lib/auth/tokens'
import { cursorText } from '@/lib/core/view/queue-filter'
import { asOwner } from './fill'
import { CONSOLE_ENGINEER, STAFF } from './rows'

/** What visits to one filled database need to know about it. */
export interface Samples {
  /** Value of a signed-in support engineer's cookie. */
  session: string
  consoleSession: string
  /** An API token of a support engineer. */
  token: string
  /** Requests from all over the table, a few of each state. */
  people: { reference: string; email: string; username: string }[]
  /** Halfway through everything, and halfway through what waits for support. */
  deepCursor: string
  openCursor: string
}

const HOW_MANY = 60

/** Signs two people in, makes a token, and draws the requests that are going to be looked at. */
export async function drawSamples(
  url: string,
  secrets: { session: string; consoleSession: string },
): Promise<Samples> {
  return await asOwner(url, async client => {
    const people = [
      [STAFF[0], secrets.session],
      [CONSOLE_ENGINEER, secrets.consoleSession],
    ] as const
    for (const [id, secret] of people) {
      await client.query(
        `insert into staff_session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
        [randomUUID(), id, secretHash('staff session', secret)],
      )
    }
    const token = newToken()
    await client.query(
      `insert into api_token (id, name, role, token_hash) values ($1, 'bench', 'support-engineer', $2)`,
      [randomUUID(), tokenHash(token)],
    )
    const drawn = await client.query<Samples['people'][number]>(
      `select reference, email, username from request where state in ('verifying', 'processing') order by md5(id) limit $1`,
      [HOW_MANY],
    )
    const cursor = async (where: string, order: 'asc' | 'desc') => {
      const { rows } = await client.query<{ id: string; dueOn: Date }>(
        `select id, due_on as "dueOn" from request where ${where} order by due_on ${order}, id ${order}
         limit 1 offset (select count(*) / 2 from request where ${where})`,
      )
      const [row] = rows
      if (!row) throw new Error('the filled database has no such page')
      return cursorText({ ...row, back: false })
    }
    return {
      ...secrets,
      token,
      people: drawn.rows,
      deepCursor: await cursor('true', 'desc'),
      openCursor: await cursor(`state <> 'submitted' and waiting_on = 'support'`, 'asc'),
    }
  })
}
