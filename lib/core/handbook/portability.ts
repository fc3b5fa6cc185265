/** Moving to another platform: the form answers with instructions and makes no request. */
export const portability = {
  key: 'data-portability',
  publicTitle: 'Move my projects to another platform',
  publicSummary: 'You can do this yourself, at any time. We show you how; there is no request to make.',
} as const
