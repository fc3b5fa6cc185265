import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect } from 'vitest'
import { run } from '@/lib/cli/accounts-import'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

/** The header of a directory file without the optional columns. */
export const columns =
  'username,email,secondary_emails,state,blocked_reason,enterprise,private_projects,sole_owned_groups,plan,subscription_ends_on,two_factor,created_on,last_active_on,country'
export const robin = {
  username: 'robin',
  email: 'robin@people.example',
  secondary_emails: '',
  state: 'active',
  blocked_reason: '',
  enterprise: 'false',
  private_projects: '3',
  sole_owned_groups: '0',
  plan: 'free',
  subscription_ends_on: '',
  two_factor: 'true',
  created_on: '2020-02-29',
  last_active_on: '2026-11-01',
  country: 'DE',
}
export type Change = Partial<typeof robin> & {
  account_id?: string
  successor_emails?: string
  region?: string
}

/** Somebody with a username and an address of their own. */
export const someone = (username: string, change: Change = {}): Change => ({
  ...robin,
  username,
  email: `${username}@people.example`,
  ...change,
})

/** The text of a file with these accounts; columns beyond the usual ones where an account has them. */
export function csv(rows: Change[], ends = '\n'): string {
  const extra = ['account_id', 'successor_emails', 'region'].filter(name => rows.some(row => name in row))
  const names = [...columns.split(','), ...extra]
  const lines = rows.map(row => {
    const cells = new Map(Object.entries(row))
    return names.map(name => cells.get(name) ?? '').join(',')
  })
  return [names.join(','), ...lines, ''].join(ends)
}

/** An empty directory of this test file's own, before each test, and the command to fill it. */
export async function importDirectory() {
  const { db, sql, url } = await testDatabase()
  testEnvironment(url)
  const folder = mkdtempSync(join(tmpdir(), 'habeas-import-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeEach(async () => {
    await db.account.deleteMany()
  })

  /** Runs the command with these words; `out` and `err` are the lines that it wrote. */
  async function command(words: string[], isTTY = false) {
    const said: { out: string[]; err: string[] } = { out: [], err: [] }
    const code = await run(words, {
      out: text => said.out.push(...text.split('\n')),
      err: text => said.err.push(...text.split('\n')),
      isTTY,
    })
    return { code, ...said }
  }
  /** Runs it with a file of this content. */
  async function importing(content: string | Uint8Array, options: string[] = [], isTTY = false) {
    const file = join(folder, 'accounts.csv')
    writeFileSync(file, content)
    return command([file, ...options], isTTY)
  }
  /** Runs it with these accounts, which are good ones, and answers its only line. */
  async function loading(rows: Change[], ...options: string[]) {
    const said = await importing(csv(rows), options)
    expect(said).toMatchObject({ code: 0, err: [] })
    return said.out.join('\n')
  }
  /** Every account with its addresses, the primary one first. */
  const directory = () =>
    sql<{ id: string; username: string; addresses: string[] }>(`
      select account.id, username, array_agg(email_key order by is_primary desc, email_key) as addresses
      from account join account_address on account_id = account.id group by account.id order by username_key`)
  return { sql, command, importing, loading, directory }
}
