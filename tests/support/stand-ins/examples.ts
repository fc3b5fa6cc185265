/** Whole settings of a kind, its site being at this host (`127.0.0.1:4000`, plain http). */
type Example = (host: string) => Record<string, unknown>

/**
 * For each kind of system, by its key: settings with everything that can be set, one set for each role that it can have. The contract test
 * runs against all of them, and fails for a kind without any.
 */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  'data-platform': [() => ({ path: '/srv/gdpr' })],
  discourse: [host => ({ url: `http://${host}`, apiKey: 'of-thirty-letters', apiUsername: 'system' })],
  gitlab: [
    host => ({
      url: `http://${host}`,
      token: 'glpat-2v7nQk9xWz',
      escalationProject: 'privacy/escalations',
      securityProject: 92,
      canaryUserId: 7,
    }),
  ],
  http: (['customers-portal', 'marketing'] as const).map(role => host => ({
    url: `http://${host}`,
    secret: `whsec_${Buffer.from('of thirty-two bytes, as is usual').toString('base64')}`,
    role,
  })),
  slack: [host => ({ url: `http://${host}/services/T0/B0/x7Kq2mWv9Zt`, events: { appeal: 'off' } })],
  zendesk: [
    host => ({
      url: `http://${host}`,
      email: 'habeas@support.example',
      token: 'zd-4f6b1c09e8',
      webhookSecret: 'zd-hook-81c5e2ab',
      macros: { 'Account Deletion Instructions': '360001' },
    }),
  ],
}
