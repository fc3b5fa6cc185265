import { type AllowedHosts, isAllowedTarget, type Resolve, type TargetProblem, targetProblem } from './target'

const inside =
  'This address leads to a private network. Somebody who runs this server can allow it with ALLOWED_PRIVATE_HOSTS.'

const words: Readonly<Record<TargetProblem, string>> = {
  'not-an-address': 'Enter a whole address, such as https://gitlab.example.com.',
  protocol: 'The address must begin with https://.',
  credentials: 'Leave name and password out of the address.',
  'plain-http':
    'The address must begin with https://. Plain http is for hosts that somebody who runs this server listed in ALLOWED_PRIVATE_HOSTS.',
  'private-host': inside,
}

interface Asking {
  allowed: AllowedHosts
  /** An address that is itself a secret may carry more than a site's own does. */
  isSecret: boolean
  /** How names are found; only tests bring one. */
  resolve?: Resolve
}

/** What is wrong with the address of a system, its name looked up as well, in words; null where our server may call it. */
export async function addressProblem(
  address: string,
  { allowed, isSecret, resolve }: Asking,
): Promise<string | null> {
  const problem = targetProblem(address, allowed)
  if (problem) return words[problem]
  const { hash, search } = new URL(address)
  if (hash) return 'Leave out what follows the #.'
  if (search && !isSecret) return 'Leave out what follows the question mark.'
  return (await isAllowedTarget(address, allowed, resolve)) ? null : inside
}
