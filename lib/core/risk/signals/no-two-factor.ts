import { finding, type Signal } from './signal'

/** Without a second factor, a stolen mailbox is enough to have taken the account over. */
export const noTwoFactor: Signal = {
  key: 'no-two-factor',
  title: 'Two-factor authentication',
  usual: { points: 15 },
  find({ twoFactor }, _context, setting) {
    return twoFactor === false ? finding(setting.points, 'Two-factor authentication is off.') : null
  },
}
