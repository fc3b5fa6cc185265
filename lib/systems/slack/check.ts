import { systemClock } from '@/lib/clock'
import { clockCheck, failedCheck } from '../connection-checks'
import type { SystemCheck } from '../contract'
import type { WireAnswer } from '../wire'
import { codeOf, POSTS_NOTHING, slackFailure } from './answers'

/**
 * Sends a message without a text, which a webhook that lives refuses. Nothing is posted by it.
 * @param post sends a body
 */
export async function checkSlack(
  name: string,
  post: (message: object) => Promise<WireAnswer>,
): Promise<SystemCheck[]> {
  let answer: WireAnswer
  try {
    answer = await post({})
  } catch (error) {
    return [failedCheck(error)]
  }
  const clock = clockCheck(answer.headers, systemClock.now())
  const line = (ok: boolean, words: string): SystemCheck[] => [{ name: 'Webhook', ok, words }, clock]
  if (answer.status === 400 && POSTS_NOTHING.includes(codeOf(answer)))
    return line(true, 'It lives: it refused a message without a text. Nothing was posted.')
  if (answer.status === 200)
    return line(
      false,
      'It took a message without a text, which Slack refuses, so this isn’t the address of a Slack webhook.',
    )
  return line(false, `${slackFailure(name, answer).message} Nothing was posted.`)
}
