import type { EnterpriseSign } from '@/lib/core/account/checks'
import type { UserDetail } from './users'

/** From this day on, new accounts at a company's domain count as its enterprise users. */
const SINCE = '2021-02-01'

/** Identities that only an organisation gives; a person chooses to sign in with Google or GitHub. */
const isSaml = ({ provider }: { provider: string }) => /^(?:group_)?saml/.test(provider)

/**
 * What speaks for an enterprise user by Support's definition, of an account that no group has claimed. The definition also wants
 * an address at a company's own domain, and of groups when their subscription was bought, which nobody here can tell.
 * @param groups of which the account is a direct member
 */
export function enterpriseSigns(
  { created_at, identities, scim_identities, provisioned_by_group_id }: UserDetail,
  groups: number,
): EnterpriseSign[] {
  const found: Readonly<Record<EnterpriseSign, boolean>> = {
    'created-since': (created_at ?? SINCE) >= SINCE,
    'saml-or-scim': (identities ?? []).some(isSaml) || (scim_identities ?? []).length > 0,
    provisioned: (provisioned_by_group_id ?? null) !== null,
    'group-member': groups > 0,
  }
  const signs: EnterpriseSign[] = ['created-since', 'saml-or-scim', 'provisioned', 'group-member']
  return signs.filter(sign => found[sign])
}
