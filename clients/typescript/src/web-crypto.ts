/** Node 18 has Web Crypto in its module alone; browsers and later versions have it at hand. */
export async function webCrypto(scope: { crypto?: Crypto } = globalThis): Promise<Crypto> {
  if (scope.crypto) return scope.crypto
  // A name that bundlers for browsers, which never get here, don’t follow.
  const name = 'node:crypto'
  const { webcrypto }: { webcrypto: Crypto } = await import(/* @vite-ignore */ name)
  return webcrypto
}
