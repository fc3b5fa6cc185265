import { z } from 'zod'
import { mailWaiting as mailAll } from '@/lib/door/mail/waiting'
import type { JobHandler } from '../job'

const payloadSchema = z.object({ mailbox: z.string() })

/** Mails a mailbox, in one mail, the requests that wait for it. */
export const mailWaiting: JobHandler = async payload => await mailAll(payloadSchema.parse(payload).mailbox)
