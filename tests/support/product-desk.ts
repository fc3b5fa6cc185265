import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { APIRequestContext } from '@playwright/test'
import { expect } from './browser'

const run = promisify(execFile)
const columns =
  'username,email,secondary_emails,state,blocked_reason,enterprise,private_projects,sole_owned_groups,plan,subscription_ends_on,two_factor,created_on,last_active_on,country'

/** `npm run habeas -- …` beside the running product. @returns what it printed */
export async function habeas(...args: string[]): Promise<string> {
  const { DATABASE_URL: _database, SMTP_URL: _smtp, HABEAS_E2E_DATA: folder, ...env } = process.env
  // Without it, the command would speak to the developer's own database.
  if (!folder) throw new Error('the product under test is not running')
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'cli', ...args], {
    env: { ...env, HABEAS_DATA_DIR: folder },
  })
  return stdout
}

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)

/** A person whose account is rated high and has private projects, so that the questions are needed. */
export const riskyPerson = () =>
  aPerson('risky', [false, 60, 12, 'ultimate', '', false, day(20), day(1), 'DE'])

/** A person with an account of long standing that nothing speaks against; their employer's, where it is said so. */
export const quietPerson = ({ enterprise = false } = {}) =>
  aPerson('quiet', [enterprise, 0, 0, 'free', '', true, '2018-03-01', day(3), 'DE'])

/** @param rest columns from `enterprise` on */
async function aPerson(name: string, rest: unknown[]): Promise<{ email: string; username: string }> {
  const tag = randomUUID().slice(0, 8)
  const [email, username] = [`${name}-${tag}@people.example`, `${name}_${tag}`]
  const row = [username, email, '', 'active', '', ...rest]
  const file = join(mkdtempSync(join(tmpdir(), 'habeas-people-')), 'accounts.csv')
  writeFileSync(file, `${columns}\n${row.join(',')}\n`)
  await importInTurn(file)
  return { email, username }
}

/** The other worker's test may be importing at this moment; the product refuses the second and asks to try again. */
async function importInTurn(file: string): Promise<void> {
  for (;;) {
    try {
      await habeas('accounts', 'import', file)
      return
    } catch (refused) {
      if (!/Another import is running/.test(String(refused))) throw refused
    }
  }
}

/** What these tests read of a request that the API answers. */
interface Answered {
  state: string
  receivedAt: string
  dueOn: string
  acknowledgeBy: string | null
  law: { id: string; standIn: boolean; why: string | null }
}

export interface Engineer {
  read(reference: string): Promise<Answered>
  state(reference: string): Promise<string>
  command(reference: string, name: string, input: object): Promise<void>
}

/** A support engineer at the product's API, or somebody of Privacy, for what happens at the desk while a person waits. */
export async function anEngineer(
  request: APIRequestContext,
  role: 'support-engineer' | 'privacy' = 'support-engineer',
): Promise<Engineer> {
  const said = await habeas('token', 'create', '--role', role, '--name', `e2e ${randomUUID()}`)
  const token = said.match(/hbs_[\w-]{43}/)?.[0]
  const headers = { authorization: `Bearer ${token}` }
  const at = (path: string) => `${process.env.HABEAS_E2E_URL}/api/v1/requests/${path}`
  const read = async (reference: string): Promise<Answered> =>
    (await request.get(at(reference), { headers })).json()
  return {
    read,
    state: async reference => (await read(reference)).state,
    async command(reference, name, input) {
      const answer = await request.post(at(`${reference}/commands/${name}`), { headers, data: input })
      expect(answer.status(), `${name}: ${await answer.text()}`).toBe(200)
    },
  }
}
