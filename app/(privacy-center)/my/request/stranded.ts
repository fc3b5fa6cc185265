import { hasOpenQuestion } from '@/lib/core/machine/open-questions'
import type { AskKind } from '@/lib/core/machine/requirements/requirement'
import { verificationOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Unsent } from '@/lib/door/requester/requester-messages'

/** What was typed where each thing is asked. */
const words: Record<AskKind, (unsent: Unsent, request: PrivacyRequest) => string | undefined> = {
  questions: ({ answers }, request) =>
    answers &&
    (verificationOf(request)?.questions ?? [])
      .flatMap(({ key, text }) => (answers[key]?.trim() ? `${text}\n${answers[key]}` : []))
      .join('\n\n'),
  'owner-contact': ({ contact }) => contact?.text,
  help: ({ help }) => help,
  documents: ({ documents }) => documents?.text,
  clarification: ({ clarification }) => clarification,
}

const kinds = [
  'questions',
  'owner-contact',
  'help',
  'documents',
  'clarification',
] as const satisfies AskKind[]

/**
 * What was typed in answer to something that is no longer asked, as may be after the visit had ended: it becomes the beginning of
 * a message, so that nobody writes it twice.
 */
export function strandedAnswer(request: PrivacyRequest, unsent: Unsent): string | undefined {
  const left = kinds
    .filter(kind => !hasOpenQuestion(request, kind))
    .flatMap(kind => words[kind](unsent, request)?.trim() || [])
  return left.length > 0 ? left.join('\n\n') : undefined
}
