import type { Act, ActResult, Doing, EvidenceLine, Subject } from '../contract'
import type { Answer, HttpApi } from './api'
import { answerOf, keptAnswer } from './ledger'

/** How soon a job is asked for again. */
const POLL_SECONDS = 5
/** How long after the step began a person who is still found is taken for a fault. */
const GONE_WITHIN_MS = 60 * 60 * 1000

/** What the people are called of whom the system keeps data. */
export type Who = 'customer' | 'person'

const ERASE = 'erase'
const JOB = 'erase-job'
/** An erasure is about the request's one person, who is named nowhere in the ledger. */
const PERSON = 'person'

const none = (who: Who) => `No ${who} was found.`
const evidenceWords = ({ evidence }: Answer, without: string) => evidence ?? without
const isNobody = ({ accountId, username, emails }: Subject) =>
  accountId === null && username === null && emails.length === 0
const addresses = ({ emails }: Subject) => (emails.length === 1 ? '1 address' : `${emails.length} addresses`)

const nobodyNamed: ActResult = {
  is: 'by-hand',
  words: 'This request names neither an address nor an account, so nobody can be looked for.',
}

/** Finds the person by every address. */
export const findPerson = (api: HttpApi, who: Who): Act => ({
  preview: async subject => ({
    acts: [`${api.name} will be asked for the ${who} by ${addresses(subject)}.`],
    nothingToDo: false,
  }),
  async run({ subject, now }) {
    if (isNobody(subject)) return nobodyNamed
    const answer = await api.find(subject)
    const result = answer.found ? evidenceWords(answer, `A ${who} was found.`) : none(who)
    const line: EvidenceLine = { at: now, what: `Searched by ${addresses(subject)}`, result }
    return { is: 'done', changed: false, evidence: [line] }
  },
})

const erased = (answer: Answer, who: Who, now: Date): ActResult => ({
  is: 'done',
  changed: answer.found,
  evidence: [
    {
      at: now,
      what: 'Asked for the erasure',
      result: answer.found ? evidenceWords(answer, 'Erased.') : `${none(who)} There was nothing to erase.`,
    },
  ],
})

/** What a job has come to. It is written down once it has ended, as the system may forget it. */
async function followed(api: HttpApi, job: string, who: Who, { effects, now }: Doing): Promise<ActResult> {
  const known = (await effects.all()).find(({ what, target }) => what === JOB && target === job)
  if (known?.state === 'done') {
    const answer = answerOf(known)
    if (!('job' in answer)) return erased(answer, who, now)
  }
  const told = await api.job(job)
  if (told === null)
    return {
      is: 'by-hand',
      words: `${api.name} no longer knows the job that it began for the erasure. Look there whether the ${who} is gone.`,
    }
  if (told.state === 'running')
    return { is: 'waiting', afterSeconds: POLL_SECONDS, words: `${api.name} is still erasing.` }
  if (told.state === 'failed')
    return {
      is: 'by-hand',
      words: `${api.name} says that the erasure failed${told.evidence ? `: “${told.evidence}”` : ''}. Look there, or erase by hand.`,
    }
  const { found, evidence } = told
  await effects.once({ what: JOB, target: job, act: async () => keptAnswer({ found, evidence }) })
  return erased({ found, evidence }, who, now)
}

/** Erases the person: asked for once, however often it is tried, and followed until it is done. */
export const erasePerson = (api: HttpApi, who: Who): Act => ({
  async preview(subject, known) {
    if (known.some(({ what }) => what === ERASE))
      return {
        acts: [`The erasure was asked for already; ${api.name} will be asked what came of it.`],
        nothingToDo: false,
      }
    const answer = await api.find(subject)
    if (!answer.found) return { acts: [none(who)], nothingToDo: true }
    const which = answer.evidence ? ` (${answer.evidence})` : ''
    return { acts: [`What ${api.name} holds about the ${who}${which} will be erased.`], nothingToDo: false }
  },
  async run(doing) {
    const { subject, effects, now } = doing
    if (isNobody(subject)) return nobodyNamed
    const record = await effects.once({
      what: ERASE,
      target: PERSON,
      act: async id => keptAnswer(await api.erase(id, subject)),
    })
    const answer = answerOf(record)
    return 'job' in answer ? await followed(api, answer.job, who, doing) : erased(answer, who, now)
  },
})

/** Waits until the system no longer finds the person. */
export const verifyGone = (api: HttpApi, who: Who): Act => ({
  async preview(subject) {
    const { found } = await api.find(subject)
    return {
      acts: [
        found
          ? `${api.name} still finds the ${who}, and will be asked until it doesn’t, for an hour.`
          : `${api.name} will be asked for the ${who} by ${addresses(subject)}, and finds nobody now.`,
      ],
      nothingToDo: false,
    }
  },
  async run({ subject, now, begunAt }) {
    if (isNobody(subject)) return nobodyNamed
    const answer = await api.find(subject)
    if (!answer.found) {
      const line: EvidenceLine = { at: now, what: `Searched by ${addresses(subject)}`, result: none(who) }
      return { is: 'done', changed: false, evidence: [line] }
    }
    if (now.getTime() - begunAt.getTime() < GONE_WITHIN_MS)
      return { is: 'waiting', afterSeconds: 30, words: `${api.name} still finds the ${who}.` }
    const which = answer.evidence ? ` (${answer.evidence})` : ''
    return {
      is: 'by-hand',
      words: `${api.name} still finds the ${who}${which} after an hour. Look there what is left, and erase it.`,
    }
  },
})
