import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../scripts/postgres.mjs'
import { launch, type Product } from './launch'

/** Somebody at the provider, and what it says of them. */
export interface ProvidersPerson {
  email?: string
  email_verified?: boolean
  name?: string
  groups?: string[]
  /** How the id_token is made wrong; see openid-provider.mjs. */
  spoilt?: string
}

export interface OpenIdProvider {
  /** Says who there is, and how to answer from now on. */
  tell(now: {
    people?: Record<string, ProvidersPerson>
    /** Put over what its document of discovery says. */
    discovery?: Record<string, string> | null
    isDown?: boolean
  }): Promise<void>
  end(): Promise<void>
}

const openIdClient = { id: 'habeas', secret: 'a-client-of-the-tests-0123456789' }

/** Starts a real OpenID provider on a port of this machine, for the product at an address. */
async function startOpenId(port: number, appUrl: string): Promise<OpenIdProvider> {
  const program = fileURLToPath(new URL('./openid-provider.mjs', import.meta.url))
  const child: ChildProcess = fork(program, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const heard = (is: (message: Record<string, unknown>) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const listen = (message: unknown) => {
        if (typeof message !== 'object' || message === null || !is({ ...message })) return
        child.off('message', listen)
        resolve()
      }
      child.on('message', listen)
      child.once('exit', code => reject(new Error(`the provider ended with ${code}`)))
    })
  const ready = heard(message => message.ready === true)
  child.send({
    issuer: `http://127.0.0.1:${port}`,
    port,
    client: openIdClient,
    callback: `${appUrl}/api/auth/callback/oidc`,
    backChannel: `${appUrl}/api/auth/backchannel-logout`,
  })
  await ready
  let told = 0
  return {
    async tell(now) {
      const id = ++told
      const answered = heard(message => message.heard === id)
      child.send({ id, ...now })
      await answered
    },
    async end() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

/** A product with a provider that it knows, each in processes of its own. */
export interface ProductWithProvider {
  product: Product
  provider: OpenIdProvider
  issuer: string
  end(): Promise<void>
}

/**
 * Starts both.
 * @param extra the rest of the product's environment, such as OIDC_ROLES
 */
export async function launchWithProvider(
  folder: string,
  extra: Record<string, string>,
): Promise<ProductWithProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const product = await launch(folder, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: openIdClient.id,
    OIDC_CLIENT_SECRET: openIdClient.secret,
    ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${port}`,
    ...extra,
  })
  const provider = await startOpenId(port, product.url).catch(async error => {
    await product.end('SIGTERM')
    throw error
  })
  return {
    product,
    provider,
    issuer,
    end: async () => {
      await provider.end()
      await product.end('SIGTERM')
    },
  }
}
