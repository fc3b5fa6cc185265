import { enterCode } from '@/lib/door/files/download-code'
import { own } from '../own-post'

/** Opens the files with the code that was mailed. */
export const POST = own('code', async ({ visitor }, fields) => {
  const entered = await enterCode(visitor, (fields.get('code') ?? '').slice(0, 200))
  return entered === 'refused' ? 'refused' : `code-${entered}`
})
export { toOwnPage as GET } from '../own-post'
