import type { AnySystemKind } from './contract'
import { dataPlatform } from './data-platform'
import { discourse } from './discourse'
import { gitlab } from './gitlab'
import { http } from './http'
import { slack } from './slack'

/** Every kind of system that can be connected, by its key: one folder and one line each. */
const kinds: Readonly<Record<string, AnySystemKind>> = {
  'data-platform': dataPlatform,
  discourse,
  gitlab,
  http,
  slack,
}

export const systemKinds: ReadonlyMap<string, AnySystemKind> = new Map(Object.entries(kinds))
