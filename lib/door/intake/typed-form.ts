import { z } from 'zod'
import { siteOf } from '@/lib/auth/client-address'
import { newSecret } from '@/lib/secrets'
import { deleteDraft, FORM_HOURS, findDraft, keepDraft } from '@/lib/store/visits/drafts'
import { allowDraft } from '../answer/public-limits'

/** More than anybody types on one line. */
const LONGEST_LINE = 2000

const typedLines = z.record(z.string(), z.string())
/** What was typed into a form of a few lines, by field. */
export type TypedLines = z.output<typeof typedLines>

/** What was typed into a public form and could not be taken yet; null where there is nothing. */
export async function readTyped(secret: string | undefined): Promise<TypedLines | null> {
  const parsed = typedLines.safeParse((await findDraft(secret))?.payload)
  return parsed.success ? parsed.data : null
}

/**
 * Keeps what was typed for the next look at the form, for as long as the public form of requests does.
 * @param secret of what was typed before, where there is some
 * @param address of the client
 * @returns the secret that it is under; null where its network has begun too many forms
 */
export async function keepTyped(
  secret: string | undefined,
  typed: TypedLines,
  address: string,
): Promise<string | null> {
  const known = secret && (await findDraft(secret)) ? secret : null
  if (!known && !(await allowDraft(address)).ok) return null
  const kept = known ?? newSecret()
  const lines = Object.entries(typed).map(([field, text]) => [field, text.slice(0, LONGEST_LINE)])
  await keepDraft(kept, Object.fromEntries(lines), { hours: FORM_HOURS, network: siteOf(address) })
  return kept
}

/** Forgets what was typed. */
export async function forgetTyped(secret: string | undefined): Promise<void> {
  const draft = await findDraft(secret)
  if (draft) await deleteDraft(draft.id)
}
