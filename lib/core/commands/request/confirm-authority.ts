import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance } from '../../machine/flow'
import { currentRequirement } from '../../machine/requirements/index'
import { subjectConfirmation } from '../../machine/requirements/subject-confirmation'
import { authorityOf } from '../../request/current'

/** The person confirms, by the link in their own mailbox, that the requester may act for them. */
export const confirmAuthority = requestCommand({
  name: 'confirm-authority',
  label: 'Yes, they may act for me',
  may: 'Confirm that somebody may act for them, from the person’s own mailbox',
  who: ['account-holder'],
  says: { history: 'confirmed from the person’s own mailbox that the requester may act for them' },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({}),
  decide(request, _input, context) {
    const open = authorityOf(request)
    if (currentRequirement(request) !== subjectConfirmation || !open) return refuse('not-asked')
    const confirmed = { ...open, confirmedAt: context.now }
    const draft = new Draft(request, context)
      .set({
        authorities: request.authorities.map(authority => (authority.id === open.id ? confirmed : authority)),
      })
      .closeWindow('subject-confirmation', 'account-holder')
    return advance(draft).done()
  },
})
