import { createPrivateKey, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { interactionPolicy, Provider } from 'oidc-provider'

/*
 * A real OpenID provider in a process of its own. The parent sends who there is and how to answer; an answer may be spoilt in ways
 * that no client may take. Started by tests/support/openid.ts, and ends with it.
 */

/** What makes an id_token wrong: claims, header, whether it is signed by a key that isn't published. */
const spoilt = {
  'another key': [{}, {}, true],
  'no signature': [{}, { alg: 'none' }, false],
  'another audience': [{ aud: 'somebody-else' }, {}, false],
  'another issuer': [{ iss: 'https://accounts.example' }, {}, false],
  'another nonce': [{ nonce: 'not-the-one-that-was-sent' }, {}, false],
  'no nonce': [{ nonce: undefined }, {}, false],
  // Not wrong, and no proof that somebody was asked.
  'no time of asking': [{ auth_time: undefined }, {}, false],
  'an end in the past': [{ exp: 1_700_000_000, iat: 1_699_990_000 }, {}, false],
}

const part = value => Buffer.from(JSON.stringify(value)).toString('base64url')
const read = (token, at) => JSON.parse(Buffer.from(token.split('.')[at], 'base64url').toString())
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

function spoil(token, [claims, header, byForeign], { own, foreign }) {
  const body = `${part({ ...read(token, 0), ...header })}.${part({ ...read(token, 1), ...claims })}`
  if (header.alg === 'none') return `${body}.`
  const key = createPrivateKey((byForeign ? foreign : own).export({ type: 'pkcs8', format: 'pem' }))
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`
}

async function textOf(request) {
  const parts = []
  for await (const chunk of request) parts.push(chunk)
  return Buffer.concat(parts).toString()
}

/** Large providers let people choose their account, and some of them take no other prompt. */
function withChoiceOfAccount() {
  const policy = interactionPolicy.base()
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
  return policy
}

function serve({ issuer, port, client, callback, backChannel }) {
  const keys = { own: newKey(), foreign: newKey() }
  const state = { people: {}, discovery: undefined, isDown: false }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        backchannel_logout_uri: backChannel,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [{ ...keys.own.export({ format: 'jwk' }), kid: 'published', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub', 'groups'], profile: ['name'], email: ['email', 'email_verified'] },
    // Its own would call nothing on this machine, and the product is here.
    fetch: (url, { dispatcher: _dispatcher, ...options }) => fetch(url, options),
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = `<!doctype html><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out here</button>`
        },
      },
    },
    interactions: {
      policy: withChoiceOfAccount(),
      url: (_context, { uid }) => `/interaction/${uid}`,
    },
    renderError: (context, out) => {
      context.type = 'text'
      context.body = `provider: ${out.error}`
    },
    findAccount: (_context, sub) =>
      state.people[sub] && {
        accountId: sub,
        claims: () => ({ email_verified: true, ...state.people[sub], sub }),
      },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      })
      grant.addOIDCScope(oidc.params.scope)
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (state.isDown) {
      context.status = 503
      return
    }
    const asking = /^\/interaction\/[\w-]+$/.test(context.path)
    if (asking && context.method === 'GET') {
      await provider.interactionDetails(context.req, context.res)
      context.type = 'html'
      context.body =
        '<!doctype html><title>Provider</title><form method="post"><label>Who <input name="who"></label><button>Sign in there</button><button name="cancel" value="yes">Cancel</button></form>'
      return
    }
    if (asking) {
      const form = new URLSearchParams(await textOf(context.req))
      const result = form.get('cancel')
        ? { error: 'access_denied' }
        : { login: { accountId: form.get('who') }, select_account: {} }
      context.respond = false
      await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false })
      return
    }
    await next()
    if (context.path === '/.well-known/openid-configuration' && state.discovery)
      context.body = { ...context.body, ...state.discovery }
    if (context.path !== '/token' || !context.body?.id_token) return
    const how = state.people[read(context.body.id_token, 1).sub]?.spoilt
    if (how) context.body = { ...context.body, id_token: spoil(context.body.id_token, spoilt[how], keys) }
  })
  process.on('message', ({ id, ...now }) => {
    Object.assign(state, now)
    process.send?.({ heard: id })
  })
  provider.listen(port, '127.0.0.1', () => process.send?.({ ready: true }))
}

process.once('disconnect', () => process.exit())
process.once('message', serve)
