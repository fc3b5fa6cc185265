import type { Act, ActResult, EffectRecord, Subject } from '../contract'
import type { DiscourseApi } from './api'
import { deletedWords, deletionIn, postsBefore } from './ledger'
import { matchUser, usersWith } from './match'

const STILL_THERE = 'The user is still in the forum. Delete the user first, or say here what was done.'
const NOBODY = 'The forum has no user with the name or an address on this request'

/** What can be said of the deletion; null where the user is still there. */
async function reportOf(
  api: DiscourseApi,
  subject: Subject,
  records: readonly EffectRecord[],
): Promise<string | null> {
  const deletion = deletionIn(records)
  if (deletion) {
    const id = Number(deletion.target)
    const isGone = deletion.state === 'done' || (await api.user(id)) === null
    return isGone ? deletedWords(id, postsBefore(records, id)) : null
  }
  const match = await matchUser(api, subject)
  if (match.is !== 'missing' && match.is !== 'nameless') return null
  return (await usersWith(api, subject.emails)).length === 0 ? NOBODY : null
}

/** Says for the request what was deleted: from the ledger, or by looking where a person deleted it. */
export const reportAct = (api: DiscourseApi): Act => ({
  async preview(subject, known) {
    const report = await reportOf(api, subject, known)
    return { acts: [report ? `The comment will be: ${report}.` : STILL_THERE], nothingToDo: false }
  },
  async run({ subject, effects, now }): Promise<ActResult> {
    const report = await reportOf(api, subject, await effects.all())
    if (report === null) return { is: 'by-hand', words: STILL_THERE, link: api.link }
    const line = { at: now, what: 'Said what was deleted', result: report }
    return { is: 'done', changed: false, evidence: [line], given: report }
  },
})
