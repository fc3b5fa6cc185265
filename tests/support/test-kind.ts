import { z } from 'zod'
import { systemKinds } from '@/lib/systems'
import { systemKind } from '@/lib/systems/contract'
import { askJson } from '@/lib/systems/json-api'
import { secretText, setting, shortText, siteAddress } from '@/lib/systems/settings-fields'
import { StandIn, type StandInAnswer, type StandInCall } from './stand-ins/stand-in'

/** Answers who calls, if the token is right; and repeats a wrong one, as some do. */
export class Register extends StandIn {
  token = 'a-token-that-fits'
  isHelpful = true

  protected answer({ headers }: StandInCall): StandInAnswer {
    const given = headers.authorization?.replace(/^Bearer /, '')
    return given === this.token
      ? { status: 200, json: { user: 'habeas-bot' } }
      : { status: 401, json: { message: this.isHelpful ? `${given} is wrong` : 'Unauthorized' } }
  }
}

const settings = z.object({
  url: setting({ label: 'Address', hint: 'Of the whole site.', address: true }, siteAddress),
  token: setting({ label: 'Access token', secret: true }, secretText),
  webhookSecret: setting({ label: 'Webhook secret', secret: true }, secretText.optional()),
  project: setting({ label: 'Project' }, shortText.optional()),
  most: setting({ label: 'Most at once' }, z.number().int().positive().optional()),
  macros: setting({ label: 'Macros' }, z.record(shortText, shortText).optional()),
})

/** A kind of system that only tests connect: it has every shape of setting. */
export const register = systemKind({
  name: 'Register',
  about: 'Knows who calls.',
  settings,
  roleOf: () => 'marketing',
  abilities: ['find', 'erase'],
  acts: ['erase-marketing'],
  limits: { perMinute: 600, patienceMs: 5000 },
  connect: ({ url, token }, wire) => ({
    async check() {
      const api = {
        base: url,
        headers: { authorization: `Bearer ${token}` },
        wire,
        said: (error: unknown) => z.object({ message: z.string() }).safeParse(error).data?.message ?? null,
      }
      const { body } = await askJson(api, { path: '/whoami', schema: z.object({ user: z.string() }) })
      return [
        { name: 'Credentials', ok: true, words: `The token is ${body.user}’s.` },
        { name: 'Rights', ok: true, words: 'It may find and erase.' },
      ]
    },
  }),
})

/** Has the product know the kind `register`, in this test file. */
export function knowRegister(): void {
  if (systemKinds instanceof Map) systemKinds.set('register', register)
}
