import type { AnySystemKind } from './contract'
import { dataPlatform } from './data-platform'
import { discourse } from './discourse'
import { gitlab } from './gitlab'
import { http } from './http'
import { slack } from './slack'
import { zendesk } from './zendesk'

/** Every kind of system that can be connected, by its key: one folder and one line each. */
const kinds: Readonly<Record<string, AnySystemKind>> = {
  'data-platform': dataPlatform,
  discourse,
  gitlab,
  http,
  slack,
  zendesk,
}

export const systemKinds: ReadonlyMap<string, AnySystemKind> = new Map(Object.entries(kinds))
