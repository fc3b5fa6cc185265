import type { JobHandler } from '../job'
import { deliverWebhook } from './deliver-webhook'
import { listUploaded } from './list-uploaded'
import { mailWaiting } from './mail-waiting'
import { recordDelivery } from './record-delivery'
import { runChecks } from './run-checks'
import { sendMail } from './send-mail'
import { sendPing } from './send-ping'
import { systemTask } from './system-task'
import { tellPrivacy } from './tell-privacy'

/** Every kind of job by its name in the queue. A job without a handler here waits in the queue. */
export const jobs: Readonly<Record<string, JobHandler>> = {
  'deliver-webhook': deliverWebhook,
  'list-uploaded': listUploaded,
  'mail-waiting': mailWaiting,
  'record-delivery': recordDelivery,
  'run-checks': runChecks,
  'send-mail': sendMail,
  'send-ping': sendPing,
  'system-task': systemTask,
  'tell-privacy': tellPrivacy,
}
