import type { SingleSignOn } from '@/lib/auth/single-sign-on'
import { signInBySingleSignOn } from '@/lib/door/sign-in/single-sign-on'
import { home, staffBySecret } from './signing-in'

/** What an operator set of a provider of single sign-on. */
export const provider: SingleSignOn = {
  issuer: 'https://login.corp.example',
  clientId: 'habeas',
  clientSecret: 'between us',
  label: 'Sign in with single sign-on',
  scopes: 'openid email profile',
  rolesClaim: 'groups',
  roles: [
    { group: 'privacy-team', role: 'privacy' },
    { group: 'support', role: 'support-engineer' },
    { group: 'bosses', role: 'admin' },
  ],
  confirm: 'login',
}
/** Claims of somebody whom it knows. */
export const robin = {
  iss: provider.issuer,
  sub: 'r1',
  email: 'robin@corp.example',
  email_verified: true,
  name: 'Robin Vale',
  groups: ['support'],
}
/** Comes back from the provider with these claims. */
export const comes = (claims: object, from = provider) => signInBySingleSignOn({ ...claims }, from, home)

/** Signs in. @throws where that is refused */
export async function letInBySingleSignOn(claims: object, from = provider) {
  const answer = await comes(claims, from)
  if (!answer.ok) throw new Error(answer.why)
  const staff = await staffBySecret(answer.secret)
  if (!staff) throw new Error('nobody is signed in')
  return { ...staff, secret: answer.secret }
}
