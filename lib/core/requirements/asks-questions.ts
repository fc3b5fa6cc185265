import type { Request } from '../request'
import { requestTypes } from '../request-types/index'
import { verificationQuestions } from './verification-questions'

/** True where the request's type asks verification questions at all; an enterprise deletion is rated, but asks none. */
export const asksQuestions = (request: Request): boolean =>
  requestTypes.get(request.type)?.requirements.includes(verificationQuestions) ?? false
