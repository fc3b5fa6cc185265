/** Whole settings of a kind, its site being at this host (`127.0.0.1:4000`, plain http). */
type Example = (host: string) => Record<string, unknown>

/**
 * For each kind of system, by its key: settings with everything that can be set, one set for each role that it can have. The contract test
 * runs against all of them, and fails for a kind without any.
 */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  gitlab: [
    host => ({
      url: `http://${host}`,
      token: 'glpat-2v7nQk9xWz',
      escalationProject: 'privacy/escalations',
      securityProject: 92,
      canaryUserId: 7,
    }),
  ],
}
