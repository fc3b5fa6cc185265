import { json, methodNotAllowed, unexpected } from '@/app/api/answers'
import { currentCaller } from '@/lib/door/sign-in/caller'
import { endByProvider } from '@/lib/door/sign-in/provider-logout'

/** Where the provider of single sign-on says that a session has ended there (OpenID Connect Back-Channel Logout 1.0). */
export async function POST(request: Request): Promise<Response> {
  try {
    const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
    const token = isForm ? new URLSearchParams(await request.text()).get('logout_token') : null
    if (token && (await endByProvider(token, await currentCaller()))) return json({})
    return json({ error: 'invalid_request' }, 400)
  } catch (error) {
    return unexpected(error)
  }
}

export const GET = methodNotAllowed
