import type { AnySystemKind } from './contract'
import { http } from './http'

/** Every kind of system that can be connected, by its key: one folder and one line each. */
const kinds: Readonly<Record<string, AnySystemKind>> = {
  http,
}

export const systemKinds: ReadonlyMap<string, AnySystemKind> = new Map(Object.entries(kinds))
