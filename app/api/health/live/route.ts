import { json } from '@/app/api/answers'

export const dynamic = 'force-dynamic'

/** The process answers; nothing else is looked at. */
export const GET = async (): Promise<Response> => json({ status: 'live' })
