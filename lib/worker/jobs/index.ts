import type { JobHandler } from '../job'
import { sendMail } from './send-mail'

/** Every kind of job by its name in the queue. A job without a handler here waits in the queue. */
export const jobs: Readonly<Record<string, JobHandler>> = {
  'send-mail': sendMail,
}
