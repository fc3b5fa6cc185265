import { z } from 'zod'
import { carriedOutBy } from '../../derived/four-eyes'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { advance } from '../../machine/flow'
import { privacyJudges } from '../../machine/requirements/verification-questions'
import { verificationOf } from '../../request/current'
import { judged } from './pass-verification'

/** The person who asks for somebody else can't know the answers, and Privacy is sure enough without them. */
export const waiveVerification = requestCommand({
  name: 'waive-verification',
  label: 'Continue without answers',
  may: 'Continue without answers that the person can’t know',
  who: ['privacy'],
  says: {
    before: 'The questions count as settled for good, and the request continues without answers.',
    done: 'The request continues without answers.',
    history: 'let the request continue without answers to the questions',
  },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({ note: z.string().trim().min(1).max(2000) }),
  form: [{ name: 'note', label: 'Why it may continue without answers' }],
  decide(request, { note }, context) {
    const verification = verificationOf(request)
    if (!verification || !privacyJudges(request)) return refuse('nothing-to-judge')
    if (carriedOutBy(request, context)) return refuse('four-eyes')
    const draft = new Draft(request, context)
      .set({ verifications: judged(request.verifications, verification.id, 'passed', context) })
      .note(`Without answers: ${note}`)
      .fact({ verification: 'passed', withoutAnswers: true })
    return advance(draft).done()
  },
})
