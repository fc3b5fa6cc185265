import type { Schemas } from './generated/schemas.js'

export type { CallOptions } from './call.js'
export { Download } from './download.js'
export { everyItem } from './every-item.js'
export type * from './generated/operations.js'
export type { Schemas, WebhookEvents } from './generated/schemas.js'
export { Habeas, type HabeasOptions } from './habeas.js'
export { HabeasProblem, type ProblemReason } from './problem.js'
export type { Upload } from './upload.js'
export {
  type ReceivedWebhook,
  verifyWebhook,
  type WebhookEvent,
  type WebhookEventType,
  type WebhookHeaders,
  WebhookRefused,
} from './webhooks.js'

/** A request as it is answered. */
export type PrivacyRequest = Schemas['Request']
