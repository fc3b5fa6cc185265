import type { AnySystemKind } from './contract'
import { gitlab } from './gitlab'

/** Every kind of system that can be connected, by its key: one folder and one line each. */
const kinds: Readonly<Record<string, AnySystemKind>> = { gitlab }

export const systemKinds: ReadonlyMap<string, AnySystemKind> = new Map(Object.entries(kinds))
