import type { Screen } from './screen'

/** The account belongs to an organisation, which is the controller of its data and answers itself. */
export const notController: Screen = {
  key: 'not-controller',
  title: 'Enterprise account',
  outcome: 'not-controller',
  says: 'enterprise-user-access-not-available',
  fits: (_draft, facts) => facts.account?.enterprise === true,
  end: draft =>
    draft.sendMessage('enterprise-user-access-not-available', { bySystem: true }).close('not-controller'),
}
