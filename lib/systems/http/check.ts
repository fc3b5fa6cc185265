import { randomUUID } from 'node:crypto'
import { systemClock } from '@/lib/clock'
import { clockCheck, failedCheck } from '../connection-checks'
import type { SystemCheck } from '../contract'
import { newWebhookSecret } from '../standard-webhooks'
import type { WireAnswer } from '../wire'
import { answerSchema, type HttpApi } from './api'

const refuses = (status: number) => status === 401 || status === 403

const secretCheck = (status: number): SystemCheck =>
  refuses(status)
    ? {
        name: 'Secret',
        ok: false,
        words: `It doesn’t accept our signature (${status}). Enter the same secret here and there; where it is the same, compare the clocks.`,
      }
    : { name: 'Secret', ok: true, words: 'It accepts our signature.' }

function answerCheck({ status, body }: WireAnswer): SystemCheck {
  const wrong = (words: string): SystemCheck => ({ name: 'Answer', ok: false, words })
  if (status === 404) return wrong('Nothing is there (404). Enter the address that comes before /find.')
  if (status !== 200) return wrong(`It answered ${status} where the contract has 200.`)
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch {
    return wrong('It answered with something that isn’t JSON. Is this the right host?')
  }
  const answer = answerSchema.safeParse(json)
  if (!answer.success) return wrong('It answered in another shape than {"found": …}. Is this the right host?')
  return answer.data.found
    ? wrong('It found a person whom we had made up, so it must not be trusted with an erasure.')
    : { name: 'Answer', ok: true, words: 'It looked for a person whom we had made up, and found nobody.' }
}

/** Looks for somebody who can't exist, signed with the secret and with another. Nothing is changed by it. */
export async function checkHttp(api: HttpApi): Promise<SystemCheck[]> {
  const email = `habeas-check-${randomUUID()}@habeas.invalid`
  let answer: WireAnswer
  try {
    answer = await api.probe(email)
  } catch (error) {
    return [failedCheck(error)]
  }
  const clock = clockCheck(answer.headers, systemClock.now())
  const secret = secretCheck(answer.status)
  if (!secret.ok) return [secret, clock]
  const answers = answerCheck(answer)
  return answers.ok ? [secret, answers, await signatureCheck(api, email), clock] : [answers, clock]
}

/** Whether it looks at signatures at all. */
async function signatureCheck(api: HttpApi, email: string): Promise<SystemCheck> {
  const name = 'Signature'
  try {
    const { status } = await api.probe(email, newWebhookSecret())
    return refuses(status)
      ? { name, ok: true, words: 'It refuses what somebody else signed.' }
      : {
          name,
          ok: false,
          words: `It answered ${status} to a call that somebody else might have signed. It has to answer 401.`,
        }
  } catch (error) {
    return failedCheck(error, name)
  }
}
