/** What admins have named their systems, by key; those that are switched off, too. */
export type SystemNames = ReadonlyMap<string, string>

/** A system's name; its key where it was removed since. */
export const systemNamed = (key: string, names: SystemNames): string => names.get(key) ?? key
