import type { Screen } from './screen'

/** No account, or one that is deleted where that counts as none: told the same words, whichever of the checks failed. */
export const noAccount: Screen = {
  key: 'no-account',
  title: 'No account',
  outcome: 'no-account',
  says: 'no-account-found',
  fits: (_draft, facts) => facts.account === null,
  end: draft => draft.sendMessage('no-account-found', { bySystem: true }).close('no-account'),
}

export const noLivingAccount: Screen = {
  ...noAccount,
  fits: (_draft, facts) => facts.account === null || facts.account.accountState === 'deleted',
}
