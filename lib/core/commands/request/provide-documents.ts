import { z } from 'zod'
import { requestCommand } from '../../command'
import { authorityOf } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { receive } from '../../receive'
import { authority } from '../../requirements/authority'
import { currentRequirement } from '../../requirements/index'

/** The requester says that the documents which Privacy asked for are uploaded; it is Privacy's turn again. */
export const provideDocuments = requestCommand({
  name: 'provide-documents',
  label: 'Send the documents',
  from: ['verifying'],
  to: ['verifying'],
  input: z.object({ text: z.string().trim().max(2000).optional() }),
  decide(request, { text }, context) {
    const open = authorityOf(request)
    if (currentRequirement(request) !== authority || !open?.documentsAskedAt) return refuse('not-asked')
    const draft = new Draft(request, context).closeWindow('documents', 'requester')
    const given = { ...open, documentsGivenAt: context.now }
    draft.set({ authorities: request.authorities.map(one => (one.id === open.id ? given : one)) })
    receive(draft, 'documents', 'Documents', text || 'The documents are uploaded.')
    return draft.tell('privacy', 'privacy-notice', { reason: 'documents-given' }).done()
  },
})
