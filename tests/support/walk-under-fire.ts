import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Killable, Part } from './killable'
import { linkTokensIn } from './smtp'
import { ask, send, type Told, until } from './stubborn'

const requestSchema = z.object({
  reference: z.string(),
  state: z.string(),
  outcome: z.string().nullable(),
  waitingOn: z.string(),
  risk: z.object({ rating: z.string() }).nullable(),
  windows: z.array(z.object({ reason: z.string() })),
  tasks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      team: z.string(),
      state: z.string(),
      resolution: z.string().nullable(),
      note: z.string().nullable(),
      steps: z.array(z.object({ key: z.string(), done: z.boolean() })),
    }),
  ),
})
type Request = z.output<typeof requestSchema>

/** Rated high, with private projects. */
const columns =
  'username,email,secondary_emails,state,blocked_reason,enterprise,private_projects,sole_owned_groups,plan,subscription_ends_on,two_factor,created_on,last_active_on,country'
const QUESTIONS = 'high-risk-gitlab-account-verification-question'

/** The same for the same seed, so that a failure can be had again. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Longest wait before a kill, in ms: about what a step takes, so that it falls before, into and after the commit. */
const DURING = 60
const AFTER = 120

/**
 * One individual deletion from the form to the last mail, with both processes killed at each step: one while the step is
 * asked for, the other right after it was answered, in an order and at moments that the seed chooses.
 */
export async function walkUnderFire(
  product: Killable,
  seed: number,
): Promise<{ reference: string; email: string; kills: number }> {
  const next = chance(seed)
  const [email, username] = [`robin-${seed}@people.example`, `robin_${seed}`]
  const line = `${username},${email},,active,,false,60,12,ultimate,2020-01-01,false,2018-03-01,2026-01-10,DE`
  await product.habeas('accounts', 'import', product.file(`${seed}.csv`, `${columns}\n${line}\n`))
  const tokens: Record<string, string> = {
    'support-engineer': await product.habeas(
      'token',
      'create',
      '--role',
      'support-engineer',
      '--name',
      `walk ${seed}`,
    ),
    'support-readiness': await product.habeas(
      'token',
      'create',
      '--role',
      'support-readiness',
      '--name',
      `walk ${seed}`,
    ),
  }
  let reference = ''
  let kills = 0

  const kill = async (part: Part, within: number) => {
    await product.up(part)
    await pause(next() * within)
    await product.kill(part)
    kills += 1
  }
  const step = async <T>(act: () => Promise<T>): Promise<T> => {
    const [during, after]: [Part, Part] = next() < 0.5 ? ['web', 'worker'] : ['worker', 'web']
    await Promise.all([product.up('web'), product.up('worker')])
    const [done] = await Promise.all([act(), kill(during, DURING)])
    await kill(after, AFTER)
    return done
  }
  /** Kills the worker over the next mail: in the middle of it, or when the server has it whole and the worker doesn't know. */
  const aimAtNextMail = (moment: 'onFirstByte' | 'beforeAnswer') => {
    product.sink[moment] = async () => {
      product.sink[moment] = undefined
      await product.kill('worker')
      kills += 1
    }
  }
  const api = async (path: string, body?: object, role = 'support-engineer') => {
    const headers = {
      authorization: `Bearer ${tokens[role]}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    }
    const told = await ask(
      product,
      `/api/v1${path}`,
      body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
    )
    if (told.status >= 300) throw new Error(`${path} answered ${told.status}: ${told.text}`)
    return told
  }
  const parsed = (told: Told) => requestSchema.parse(JSON.parse(told.text))
  const look = async () => parsed(await api(`/requests/${reference}`))
  const becomes = (what: string, test: (now: Request) => boolean) =>
    until(`${what} of ${reference}`, async () => {
      const now = await look()
      await settleUncertain()
      return test(now) && now
    })
  const command = (name: string, input: object) =>
    step(() => api(`/requests/${reference}/commands/${name}`, input))
  const taskOf = async (part: string) => {
    const now = await becomes(`a task “${part}”`, item => item.tasks.some(task => task.name.includes(part)))
    const task = now.tasks.find(task => task.name.includes(part))
    if (!task) throw new Error('it was there')
    return task
  }
  const work = async (part: string, role: string, resolution: object) => {
    const task = await taskOf(part)
    for (const { key } of task.steps)
      await step(() => api(`/tasks/${task.id}/commands/tick-step`, { step: key }, role))
    return parsed(await step(() => api(`/tasks/${task.id}/commands/resolve`, resolution, role)))
  }

  /** Nobody knows whether such a mail arrived; a person who can look into the mailbox says so. */
  const settleUncertain = async () => {
    const rows = await product.sql<{ id: string; mailId: string }>(
      `select message.id, outbox.mail_id as "mailId" from message join outbox on outbox.message_id = message.id
       join request on request.id = message.request_id where message.delivery = 'uncertain' and request.reference = $1`,
      [reference],
    )
    for (const { id, mailId } of rows) {
      const delivered = product.sink.mails.some(mail => mail.mailId === mailId)
      await api(`/requests/${reference}/commands/settle-delivery`, { message: id, delivered })
    }
  }
  const linkFromMail = () =>
    until('a mailed link that works', async () => {
      if (reference) await settleUncertain()
      const mails = product.sink.accepted().filter(mail => mail.recipients.includes(email))
      const tokens = mails.flatMap(mail => linkTokensIn(mail.text)).reverse()
      for (const token of tokens) {
        const page = await ask(product, `/r/${token}`)
        if (page.status === 200) return { token, page: page.text }
      }
      return undefined
    })
  /** Into their own page, as often as it takes: a killed server may have spent the link and never answered. */
  const enter = async (): Promise<string> => {
    for (;;) {
      const { token, page } = await linkFromMail()
      const button = page.includes(`/r/${token}/confirm`) ? 'confirm' : 'open'
      const told = await step(() => send(product, `/r/${token}/${button}`, {}))
      const cookie = told.cookies.find(cookie => cookie.startsWith('habeas_request='))
      if (cookie) return cookie
      if ((await ask(product, `/r/${token}`)).status === 200) continue
      await send(product, '/my/link/send', { reference, email, press: randomUUID() })
    }
  }
  const answer = async (cookie: string) => {
    const page = await until('the questions', async () => {
      const { text } = await ask(product, '/my/request', { headers: { cookie } })
      return text.includes('/my/request/answers') && text
    })
    const fields = Object.fromEntries(
      [...page.matchAll(/<textarea[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => [name, 'kestrel']),
    )
    const press = page.match(/name="press" value="([^"]+)"/)?.[1] ?? ''
    await step(() => send(product, '/my/request/answers', { ...fields, press }, cookie))
  }

  const asked = {
    type: 'individual-deletion',
    subjectType: 'individual',
    email,
    username,
    name: 'Robin Example',
    country: 'DE',
  }
  const taken = await step(() => api('/requests', asked))
  reference = z.object({ reference: z.string() }).parse(JSON.parse(taken.text)).reference
  const cookie = await enter()
  await becomes('a high rating', now => now.state === 'verifying' && now.risk?.rating === 'high')
  const [first, last] =
    next() < 0.5 ? (['onFirstByte', 'beforeAnswer'] as const) : (['beforeAnswer', 'onFirstByte'] as const)
  aimAtNextMail(first)
  await command('send-message', { message: QUESTIONS })
  await becomes('an open window', now => now.windows.some(window => window.reason === 'verification'))
  await answer(cookie)
  await becomes('our turn', now => now.waitingOn === 'support')
  await command('pass-verification', {})
  await becomes('processing', now => now.state === 'processing')
  await work('GitLab Deletion', 'support-engineer', { resolution: 'complete' })
  await work('Zendesk/cDot', 'support-engineer', { found: { zendesk: true, customersPortal: false } })
  aimAtNextMail(last)
  await work('(Zendesk Deletion', 'support-readiness', { resolution: 'complete' })
  await becomes('the end', now => now.state === 'closed')
  await until('every mail to leave', async () => {
    await settleUncertain()
    const [left] = await product.sql<{ waiting: number }>(
      `select count(*)::int as waiting from outbox where state in ('queued', 'claimed', 'transmitting')`,
    )
    return left?.waiting === 0
  })
  return { reference, email, kills }
}
