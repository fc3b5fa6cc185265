/** How a session of somebody who works here was begun. */
export const signInMethods = [
  'password',
  'password-and-code',
  'password-and-passkey',
  'password-and-recovery-code',
  'single-sign-on',
] as const
export type SignInMethod = (typeof signInMethods)[number]

/** The same in words, as a person reads them in the list of their sessions. */
export const signInMethodWords: Readonly<Record<SignInMethod, string>> = {
  password: 'Password',
  'password-and-code': 'Password and code',
  'password-and-passkey': 'Password and passkey',
  'password-and-recovery-code': 'Password and recovery code',
  'single-sign-on': 'Single sign-on',
}

/** Whether more than a password was asked: by us, or by the provider of single sign-on, whose own rules count. */
export const hasSecondFactor = (method: SignInMethod): boolean => method !== 'password'

export const isSignInMethod = (text: string): text is SignInMethod =>
  signInMethods.some(method => method === text)
