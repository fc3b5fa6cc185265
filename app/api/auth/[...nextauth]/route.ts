import type { NextRequest } from 'next/server'
import { unexpected } from '@/app/api/answers'
import { answerAuth } from '@/lib/door/sign-in/next-auth'

type Context = { params: Promise<{ nextauth: string[] }> }

/** The addresses of next-auth: `/api/auth/callback/oidc` is the one that a provider sends people back to. */
async function answer(request: NextRequest, { params }: Context): Promise<Response> {
  try {
    return await answerAuth(request, (await params).nextauth)
  } catch (error) {
    return unexpected(error)
  }
}

export { answer as GET, answer as POST }
