import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { sealJson } from '@/lib/store/database/sealing'
import { expect, type Mailbox } from './browser'
import { launch } from './launch'
import { inDatabaseOf } from './product-database'
import { aColleague, type StaffMember } from './product-staff'
import { GitLabStandIn } from './stand-ins/gitlab'
import { HttpSystem } from './stand-ins/http-system'
import type { StandIn } from './stand-ins/stand-in'
import { ZendeskStandIn } from './stand-ins/zendesk'

export interface ConnectedProduct {
  gitlab: GitLabStandIn
  zendesk: ZendeskStandIn
  portal: HttpSystem
  end(): Promise<void>
}

/**
 * A product of its own that may call these stand-ins, and has none of them connected. Until it ends, it is the product that the
 * tests of this process ask; it ends with the stand-ins.
 */
export async function productThatMayCall(standIns: readonly StandIn[]) {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-connected-'))
  const product = await launch(folder, { ALLOWED_PRIVATE_HOSTS: standIns.map(({ host }) => host).join(',') })
  const { HABEAS_E2E_URL, HABEAS_E2E_DATA } = process.env
  Object.assign(process.env, { HABEAS_E2E_URL: product.url, HABEAS_E2E_DATA: folder })
  return {
    folder,
    async end() {
      Object.assign(process.env, { HABEAS_E2E_URL, HABEAS_E2E_DATA })
      await product.end('SIGTERM')
      await Promise.all(standIns.map(standIn => standIn.close()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same with GitLab, Zendesk, the Customers Portal and the data platform's folder connected, played in this process. */
export async function connectedProduct(): Promise<ConnectedProduct> {
  const gitlab = await new GitLabStandIn().listen()
  const zendesk = await new ZendeskStandIn().listen()
  const portal = await new HttpSystem().listen()
  const { folder, end } = await productThatMayCall([gitlab, zendesk, portal])
  const lists = join(folder, 'gdpr')
  mkdirSync(lists)
  const key = Buffer.from(
    JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).env.HABEAS_KEY,
    'base64',
  )
  const connect = async (id: string, kind: string, name: string, settings: object, secrets: object) => {
    const sealed = Buffer.from(sealJson(secrets, 'connected system', key, id)).toString('hex')
    await inDatabaseOf(
      folder,
      `insert into connected_system (key, kind, name, settings, secrets, updated_at)
        values ($1, $2, $3, $4::jsonb, decode($5, 'hex'), now())`,
      ...[id, kind, name, JSON.stringify(settings), sealed],
    )
  }
  await connect('gitlab', 'gitlab', 'GitLab', { url: gitlab.url, canaryUserId: 7 }, { token: gitlab.token })
  const { url, email, token } = zendesk
  await connect('zendesk', 'zendesk', 'Zendesk', { url, email }, { token })
  const role = 'customers-portal'
  await connect(role, 'http', 'Customers Portal', { url: portal.url, role }, { secret: portal.secret })
  await connect('data-platform', 'data-platform', 'Data platform', { path: lists }, {})
  return { gitlab, zendesk, portal, end }
}

/** A request for the deletion of an account that GitLab has, confirmed by its person and checked. */
export async function aDeletion(
  page: Page,
  mail: Mailbox,
  engineer: StaffMember,
  username: string,
): Promise<string> {
  const email = `${username}@people.example`
  const reference = await engineer.open({ type: 'individual-deletion', email, username, country: 'DE' })
  let link: string | undefined
  // The person may have mail of an earlier request.
  await expect(async () => {
    const newest = await mail.newest(email, /^Confirm/)
    expect(newest.text).toContain(reference)
    link = newest.links.find(link => link.includes('/r/'))
  }).toPass({ timeout: 60_000 })
  await page.goto(link ?? 'no link')
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await expect.poll(async () => (await engineer.get(reference)).state).not.toMatch(/submitted|checking/)
  return reference
}

export const anEngineer = (request: APIRequestContext): Promise<StaffMember> =>
  aColleague(request, 'support-engineer')
