import type { JobHandler } from '../job'
import { answerTicket } from './answer-ticket'
import { deliverWebhook } from './deliver-webhook'
import { doStep } from './do-step'
import { listUploaded } from './list-uploaded'
import { mailWaiting } from './mail-waiting'
import { notifyChannel } from './notify-channel'
import { openIssue } from './open-issue'
import { recordDelivery } from './record-delivery'
import { runChecks } from './run-checks'
import { searchSystems } from './search-systems'
import { sendMail } from './send-mail'
import { sendPing } from './send-ping'
import { systemTask } from './system-task'
import { tellPrivacy } from './tell-privacy'

/** Every kind of job by its name in the queue. A job without a handler here waits in the queue. */
export const jobs: Readonly<Record<string, JobHandler>> = {
  'answer-ticket': answerTicket,
  'do-step': doStep,
  'deliver-webhook': deliverWebhook,
  'list-uploaded': listUploaded,
  'mail-waiting': mailWaiting,
  'notify-channel': notifyChannel,
  'open-issue': openIssue,
  'record-delivery': recordDelivery,
  'run-checks': runChecks,
  'search-systems': searchSystems,
  'send-mail': sendMail,
  'send-ping': sendPing,
  'system-task': systemTask,
  'tell-privacy': tellPrivacy,
}
