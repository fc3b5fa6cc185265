import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import { offChannelRules } from '@/lib/core/off-channel/answers'
import { clockCheck, failedCheck } from '../connection-checks'
import type { SystemCheck } from '../contract'
import { SystemFailure } from '../failure'
import { askJson } from '../json-api'
import type { Zendesk } from './api'
import { macroId } from './macros'
import { askWhoWeAre } from './me'

const ok = (name: string, words: string): SystemCheck => ({ name, ok: true, words })
const wrong = (name: string, words: string): SystemCheck => ({ name, ok: false, words })

/** Our role there and the time, or what keeps us out. */
async function whoWeAre(
  zendesk: Zendesk,
): Promise<{ role: string | null | undefined; headers: IncomingHttpHeaders } | SystemCheck> {
  try {
    const { body, headers } = await askWhoWeAre(zendesk)
    const { id, active, role } = body.user
    if (id && active !== false) return { role, headers }
    return wrong(
      'Credentials',
      'Zendesk doesn’t know this email and token. Check both, and that API tokens are on.',
    )
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error
    if (error.reason === 'credentials')
      return wrong(
        'Credentials',
        'Zendesk refuses this email and token (401). Make a new API token, and give the email of its admin.',
      )
    const isElsewhere = error.status === 404 || error.reason === 'nonsense'
    return wrong(
      'Address',
      isElsewhere
        ? 'There is no Zendesk at this address. Enter it as in https://example.zendesk.com.'
        : error.message,
    )
  }
}

const rights = (role: string | null | undefined): SystemCheck =>
  role === 'admin'
    ? ok('Rights', 'The account is an admin, so it may delete users.')
    : wrong(
        'Rights',
        `The account is no admin (${role ?? 'no role'}), so it can’t delete users. Use the token of an admin.`,
      )

/** Looks for an address that nobody can have, which needs the same right as any other. */
async function search({ api }: Zendesk): Promise<SystemCheck> {
  try {
    const query = { query: 'email:"nobody@habeas.invalid"', per_page: 1 }
    const schema = z.object({ users: z.array(z.unknown()) })
    await askJson(api, { path: '/users/search', query, schema })
    return ok('Search', 'Users can be searched by their address.')
  } catch (error) {
    return failedCheck(error, 'Search')
  }
}

/** Names of all macros that the handbook answers with. */
const handbookMacros = (): string[] =>
  [...offChannelRules.values()].flatMap(({ answers }) => answers.flatMap(({ macro }) => macro ?? []))

async function macros(zendesk: Zendesk): Promise<SystemCheck> {
  try {
    const missing: string[] = []
    for (const name of new Set(handbookMacros()))
      if (!(await macroId(zendesk, name))) missing.push(`“${name}”`)
    if (missing.length === 0) return ok('Macros', 'The macros that the handbook answers with are there.')
    return wrong(
      'Macros',
      `There is no active macro ${missing.join(', ')}. Make it in Zendesk, or name yours in the settings.`,
    )
  } catch (error) {
    return failedCheck(error, 'Macros')
  }
}

const webhook = ({ settings }: Zendesk): SystemCheck =>
  settings.webhookSecret
    ? ok('Webhook', 'Its signing secret is set.')
    : ok('Webhook', 'No signing secret is set, so tickets are logged by hand.')

/** Test connection: each line says what is so, or how to mend it. */
export async function checkZendesk(zendesk: Zendesk): Promise<SystemCheck[]> {
  const me = await whoWeAre(zendesk)
  if ('ok' in me) return [me, webhook(zendesk)]
  return [
    ok('Credentials', 'Zendesk accepts the email and token.'),
    rights(me.role),
    await search(zendesk),
    await macros(zendesk),
    webhook(zendesk),
    clockCheck(me.headers, systemClock.now()),
  ]
}
