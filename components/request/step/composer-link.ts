/** The composer of a request, opened with a message. */
export const composerLink = (reference: string, message: string): string =>
  `/requests/${reference}/messages?compose=${message}#composer`
