'use server'

import { z } from 'zod'
import type { WordingPreview } from '@/components/message/template-text'
import { callIsRead } from '@/lib/answer-status'
import { builtIn, previewWording, templateText, wordingProblems } from '@/lib/door/mail/templates'
import { requireStaff } from '@/lib/door/staff/require-staff'

const given = z.object({ subject: z.string().max(2000), body: z.string().max(20_000) })
const nothing: WordingPreview = { subject: '', body: '', missing: [], problems: [], reference: null }

/** Fills a wording in for looking at it; changes nothing. */
export async function previewAction(
  ofKey: string,
  ofLanguage: string,
  wording: unknown,
  reference: unknown,
): Promise<WordingPreview> {
  const [key, language] = z.tuple([z.string(), z.string()]).parse([ofKey, ofLanguage])
  callIsRead()
  const { actor } = await requireStaff('/templates', 'edit-templates')
  const template = builtIn(key, language)
  const typed = given.safeParse(wording)
  if (!template || !typed.success) return nothing
  const text = templateText.safeParse(typed.data)
  if (!text.success)
    return { ...nothing, ...typed.data, problems: text.error.issues.map(issue => issue.message) }
  const of =
    typeof reference === 'string' && /^[\w-]{1,40}$/.test(reference.trim()) ? reference.trim() : undefined
  const filled = await previewWording(actor, template, text.data, of)
  return { ...filled, problems: Object.values(wordingProblems(template, text.data)) }
}
