import type { ContextDefinition } from '../definitions/definition'

/** What the browser tracker adds to everything. */
export const webPage: ContextDefinition = {
  schema: 'iglu:com.snowplowanalytics.snowplow/web_page/jsonschema',
  description: 'Ties the events of one opened page together.',
  fields: {
    id: {
      policy: 'pseudonymise',
      as: 'value',
      reason: 'The same for all events of one opened page, and for nothing else.',
    },
  },
}
