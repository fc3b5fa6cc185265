import type { PrivacyRequest } from './request'

/** When the receipt of a request was acknowledged: the mail server took *Request Received*; null while it has not. */
export function acknowledgedAt({ messages }: Pick<PrivacyRequest, 'messages'>): Date | null {
  const taken = messages.find(
    ({ key, direction, delivery }) =>
      key === 'request-received' && direction === 'out' && delivery === 'accepted',
  )
  return taken ? (taken.deliveryAt ?? taken.at) : null
}
