import { json } from '@/app/api/answers'
import { productVersion } from '@/lib/version'

export const dynamic = 'force-dynamic'

export const GET = async (): Promise<Response> =>
  json({ name: 'habeas', version: productVersion(), api: 'v1' })
