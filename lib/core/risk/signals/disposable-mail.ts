import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'
import { domainKey, domainOf } from '../../account/matching'
import { finding, type Signal } from './signal'

const services = disposableEmailBlocklistSet()

/**
 * Anybody can read a disposable mailbox, so confirming it proves little. The organisation's domains add to the public
 * list's. Subdomains count.
 */
export const disposableMail: Signal = {
  key: 'disposable-mail',
  title: 'Disposable mailbox',
  usual: { points: 15 },
  find(account, { email }, setting, { disposableDomains }) {
    const own = new Set(disposableDomains.map(domainKey))
    const disposable = [email, account.email].some(address =>
      parents(domainOf(address)).some(domain => services.has(domain) || own.has(domain)),
    )
    return disposable ? finding(setting.points, 'The address belongs to a disposable mail service.') : null
  },
}

/** `a.b.test` → `a.b.test`, `b.test`, `test`. */
function parents(domain: string): string[] {
  const labels = domain.split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}
