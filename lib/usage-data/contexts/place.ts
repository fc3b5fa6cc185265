import { country, region } from '../collecting/shapes'
import type { ContextDefinition } from '../definitions/definition'

/** For products that know where they are used; the collector never looks a network address up. */
export const place: ContextDefinition = {
  schema: 'iglu:org.habeas/place/jsonschema',
  description: 'The country and region that something happened in, where a product says so itself.',
  fields: {
    country: { policy: 'keep', shape: country, reason: 'Kept raw: figures by country.' },
    region: { policy: 'keep', shape: region, reason: 'Kept raw: figures by region.' },
    city: { policy: 'drop', reason: 'Too few people live in some.' },
  },
}
