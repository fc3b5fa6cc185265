import { answeredSchema, type JsonSchema, propertiesOf, sentSchema } from '../advice/command-input'
import { fileLimits, handOverLimits } from '../files/file-limits'
import { intakeSchema } from '../intake/intake'
import { offChannelInput, offChannelPage, offChannelView } from '../off-channel/off-channel-view'
import { ccpaReport } from '../view/ccpa-report'
import { auditView, messagesView, queueView, requestView } from '../view/request-view'
import { systemCheckView, systemInput, systemsView, systemView } from '../view/system-view'
import { newWebhookView, webhookInput, webhooksView } from '../view/webhook-view'
import { errorComponents } from './openapi-problems'

const newRequest = sentSchema(intakeSchema)

/** A request whose type follows from the entry that it is opened for. */
function fromTicket(): JsonSchema {
  const { type: _type, ...properties } = propertiesOf(newRequest)
  return { ...newRequest, properties, required: ['email'] }
}

/** What the operations refer to: who may call, parameters, schemas, problems. */
export const components: JsonSchema = {
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      description: 'Made by `habeas token create`, bound to one role.',
    },
  },
  parameters: {
    reference: {
      name: 'reference',
      in: 'path',
      required: true,
      description: 'A request’s reference, such as PR-4T7K-XM2B.',
      schema: { type: 'string' },
    },
    task: { name: 'id', in: 'path', required: true, description: 'A task’s id.', schema: { type: 'string' } },
    file: { name: 'id', in: 'path', required: true, description: 'A file’s id.', schema: { type: 'string' } },
    offChannel: {
      name: 'id',
      in: 'path',
      required: true,
      description: 'An off-channel entry’s id.',
      schema: { type: 'string' },
    },
    webhook: {
      name: 'id',
      in: 'path',
      required: true,
      description: 'A webhook’s id.',
      schema: { type: 'string' },
    },
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'Calls of one token with the same key have one effect and get the same answer.',
      schema: { type: 'string', pattern: '^[!-~]{1,100}$' },
    },
  },
  schemas: {
    Version: {
      type: 'integer',
      minimum: 0,
      description:
        'The version of the request that you saw; when it is another one by now, nothing happens (409).',
    },
    NewRequest: newRequest,
    NewRequestFromTicket: fromTicket(),
    NewOffChannel: sentSchema(offChannelInput),
    OffChannel: answeredSchema(offChannelView),
    OffChannelPage: answeredSchema(offChannelPage),
    NewWebhook: sentSchema(webhookInput),
    CreatedWebhook: answeredSchema(newWebhookView),
    Webhooks: answeredSchema(webhooksView),
    CcpaReport: answeredSchema(ccpaReport),
    System: answeredSchema(systemView),
    Systems: answeredSchema(systemsView),
    SavedSystem: sentSchema(systemInput),
    SystemCheck: answeredSchema(systemCheckView),
    Submitted: {
      type: 'object',
      properties: { reference: { type: 'string' }, state: { type: 'string' } },
      required: ['reference', 'state'],
    },
    Request: answeredSchema(requestView),
    Upload: {
      type: 'object',
      properties: {
        file: {
          type: 'string',
          contentMediaType: 'application/octet-stream',
          description: `One file, at most ${fileLimits.bytes / 1024 / 1024} MB, or ${handOverLimits.bytes / 1024 / 1024} MB on a task that hands it over: PDF, PNG, JPEG, WebP, HEIC, text or CSV, XLSX, DOCX, ODT, ODS, ZIP, GZ. Told by its bytes, not by its name.`,
        },
        note: { type: 'string', description: 'Why; required of Privacy on another team’s task.' },
        confirm: {
          type: 'string',
          enum: ['true'],
          description: 'It belongs to this person, although the same file is on another request’s task.',
        },
      },
      required: ['file'],
    },
    File: {
      type: 'object',
      properties: { id: { type: 'string' }, name: { type: 'string' }, size: { type: 'integer' } },
      required: ['id', 'name', 'size'],
    },
    Queue: answeredSchema(queueView),
    Messages: answeredSchema(messagesView),
    Audit: answeredSchema(auditView),
    ...errorComponents.schemas,
  },
  responses: errorComponents.responses,
}
