import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { receive } from '../../machine/conversation/receive'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { authority } from '../../machine/requirements/authority'
import { currentRequirement } from '../../machine/requirements/index'
import { authorityOf } from '../../request/current'

/** The requester says that the documents which Privacy asked for are uploaded; it is Privacy's turn again. */
export const provideDocuments = requestCommand({
  name: 'provide-documents',
  label: 'Send the documents',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: 'sent the documents' },
  from: ['verifying'],
  to: ['verifying'],
  input: z.object({ text: z.string().trim().max(10_000).optional() }),
  decide(request, { text }, context) {
    const open = authorityOf(request)
    if (currentRequirement(request) !== authority || !open?.documentsAskedAt) return refuse('not-asked')
    const draft = new Draft(request, context).closeWindow('documents', 'requester')
    const given = { ...open, documentsGivenAt: context.now }
    draft.set({
      authorities: request.authorities.map(authority => (authority.id === open.id ? given : authority)),
    })
    const body = text || 'The documents are uploaded.'
    receive(draft, { key: 'documents', subject: 'Documents', body, told: true })
    return draft.notifyTeam('privacy', 'privacy-notice', { reason: 'documents-given' }).done()
  },
})
