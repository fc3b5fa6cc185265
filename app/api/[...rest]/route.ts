import { problem } from '@/app/api/answers'

/** Programs get their answer in their own language where there is nothing, too. */
const nothing = async (): Promise<Response> => problem('not-found')

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
