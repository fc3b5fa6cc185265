import { json, methodNotAllowed } from '@/app/api/answers'
import { openApiDocument } from '@/lib/core/api/openapi'
import { productVersion } from '@/lib/version'

export const dynamic = 'force-dynamic'

/** What the API can do, for everybody: there is nothing in it that the source doesn't say. */
export const GET = async (): Promise<Response> => json(openApiDocument(productVersion()))

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
