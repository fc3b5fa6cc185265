import type { ContextDefinition } from '../definitions/definition'
import { gitlabStandard } from './gitlab-standard'
import { place } from './place'
import { webPage } from './web-page'

/** Every context that may travel with an event. What isn't here is dropped. */
export const contexts: readonly ContextDefinition[] = [gitlabStandard, place, webPage]
