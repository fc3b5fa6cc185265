import { messageRules } from '../handbook/messages/index'
import type { PrivacyRequest } from '../request/request'

/**
 * Mails that a person has to settle. The link's mail is not one once its link was used, or when nobody ever confirmed; nor is a
 * question's mail once the same was asked again.
 */
export const troubledMessages = (request: PrivacyRequest) =>
  request.messages.filter(
    (message, at) =>
      message.direction === 'out' &&
      (message.delivery === 'uncertain' || message.delivery === 'bounced') &&
      (message.key !== 'request-received' || request.state === 'submitted') &&
      !(
        messageRules.get(message.key)?.window &&
        request.messages.slice(at + 1).some(({ key }) => key === message.key)
      ),
  )
