import type { AnySystemKind } from './contract'

/** Every kind of system that can be connected, by its key: one folder and one line each. */
const kinds: Readonly<Record<string, AnySystemKind>> = {}

export const systemKinds: ReadonlyMap<string, AnySystemKind> = new Map(Object.entries(kinds))
