import { deleteDraft, findDraft } from '@/lib/store/visits/drafts'
import { requestOfVisit } from '@/lib/store/visits/requester-sessions'
import { type SentForm, wordsBeside } from './requester-answers'
import { keepUnsent, readUnsent, type Unsent } from './requester-messages'

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** Whether somebody typed anything. */
const hasWords = ({
  answers,
  contact,
  documents,
  reply,
  help,
  clarification,
  disagreement,
}: Unsent): boolean =>
  [
    ...Object.values(answers ?? {}),
    contact?.text,
    documents?.text,
    reply,
    help,
    clarification,
    disagreement,
  ].some(isText)

/**
 * Keeps what was sent from the person's own page once the visit was over, under the secret that their browser still has. It is
 * shown to nobody but a new visit to the same request.
 * @returns whether there was anything to keep
 */
export async function keepOfEndedVisit(secret: string | undefined, words: Unsent): Promise<boolean> {
  if (!secret || !hasWords(words) || !(await requestOfVisit(secret))) return false
  await keepUnsent(secret, words)
  return true
}

/**
 * What was written beside documents that came after the visit was over; none of the files is read, and nothing at all of a
 * stranger's form.
 */
export async function fieldsBeside(sent: SentForm, secret: string | undefined): Promise<URLSearchParams> {
  const isKnown = secret && (await requestOfVisit(secret))
  return new URLSearchParams(isKnown ? { text: await wordsBeside(sent) } : {})
}

/** Brings what was typed in a visit before to the one that begins, where both are to the same request. */
export async function carryOver(before: string | undefined, next: string): Promise<void> {
  if (!before || before === next) return
  const [from, to] = await Promise.all([requestOfVisit(before), requestOfVisit(next)])
  if (from === null || from !== to) return
  const draft = await findDraft(before)
  if (!draft) return
  await keepUnsent(next, await readUnsent(before))
  await deleteDraft(draft.id)
}
