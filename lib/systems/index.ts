import type { AnySystemKind } from './contract'
import { zendesk } from './zendesk'

/** Every kind of system that can be connected, by its key: one folder and one line each. */
const kinds: Readonly<Record<string, AnySystemKind>> = { zendesk }

export const systemKinds: ReadonlyMap<string, AnySystemKind> = new Map(Object.entries(kinds))
