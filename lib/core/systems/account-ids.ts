/**
 * The id of an account that is kept on requests. Ids of two systems of a kind may be equal, so those of a system that isn't named
 * after its kind carry its key.
 */
export const keptAccountId = ({ key, kind }: { key: string; kind: string }, id: string): string =>
  key === kind ? id : `${key}:${id}`

/** The id as the system itself knows it. */
export const ownAccountId = (key: string, kept: string): string =>
  kept.startsWith(`${key}:`) ? kept.slice(key.length + 1) : kept
