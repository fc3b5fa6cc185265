import { z } from 'zod'
import type { Act, ActResult, Doing, EffectPlan, EffectRecord } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import { leave } from '@/lib/systems/wire'
import { confirmed, type GitLab } from './api'
import { wholeArchive } from './archive'
import { counted, done, nextLook, ofRecord, secondsBetween } from './evidence'
import { previewProjects, theirProjects } from './exportable'
import { byHand, refind } from './subject'

const START = 'start-export'
const DOWNLOAD = 'download-export'

/** GitLab's limits for a user: exports started, and archives downloaded, in a minute. */
const MOST_STARTS = 6
const MOST_DOWNLOADS = 1
/** A minute, and a little for the difference of clocks. GitLab doesn't say how long to wait at these limits. */
const WINDOW_SECONDS = 65
const MOST_POLL_SECONDS = 60
/** An export that shows no state for so long after its start has failed; GitLab mails why to who started it. */
const LOST_SECONDS = 15 * 60

const MOST_BYTES = 20 * 1024 ** 3
const PATIENCE_MS = 60 * 60 * 1000

const stateSchema = z.object({
  export_status: z.enum(['none', 'queued', 'started', 'finished', 'regeneration_in_progress']),
})
type ExportState = z.output<typeof stateSchema>['export_status']

const readState = async (api: GitLab, id: string): Promise<ExportState> =>
  (await askJson(api, { path: path('projects', id, 'export'), schema: stateSchema })).body.export_status

/** A finished export from before is not what we asked for, so it counts as not begun, and is made anew. */
const isBegun = (state: ExportState, before: string | null): boolean =>
  state === 'none' ? before === 'finished' : state !== 'finished' || before !== 'finished'

const starting = (api: GitLab, id: string, before: ExportState): EffectPlan => ({
  what: START,
  target: id,
  before,
  act: async () => {
    const { status } = await askJson(api, { method: 'POST', path: path('projects', id, 'export') })
    confirmed(api, status, 202)
    return 'started (202)'
  },
  look: async record =>
    isBegun(await readState(api, id), record.before) ? { is: 'done', result: 'started' } : { is: 'not-done' },
})

/** The task can't keep the file, in its words; a person has to settle that. */
class NotKept extends SystemFailure {
  override name = 'NotKept'
}

const downloading = (api: GitLab, id: string, { keepFile }: Doing): EffectPlan => ({
  what: DOWNLOAD,
  target: id,
  act: async () => {
    const { name } = api.wire
    const { status, body } = await api.wire.stream({
      url: `${api.base}${path('projects', id, 'export', 'download')}`,
      headers: api.headers,
      patienceMs: PATIENCE_MS,
      mostBytes: MOST_BYTES,
    })
    if (status !== 200) {
      void leave(body)
      const reason = status === 401 ? 'credentials' : status === 403 ? 'forbidden' : 'unexpected'
      throw new SystemFailure(reason, `${name} answered ${status} to the download of project ${id}.`, {
        status,
      })
    }
    const whole = wholeArchive(
      body,
      () => new SystemFailure('nonsense', `${name} sent an archive of project ${id} that isn’t whole.`),
    )
    const kept = await keepFile(`project-${id}.tar.gz`, whole)
    if (!kept.ok) throw new NotKept('unexpected', kept.words)
    return `kept as file ${kept.id}`
  },
})

const doneOf = (known: readonly EffectRecord[], what: string, id: string): EffectRecord | undefined =>
  known.find(record => record.what === what && record.target === id && record.state === 'done')

const momentOf = (record: EffectRecord): Date => record.settledAt ?? record.begunAt

/** Those of the last minute, answered or not: what GitLab counts. */
const ofLastMinute = (known: readonly EffectRecord[], what: string, now: Date): EffectRecord[] =>
  known.filter(record => record.what === what && secondsBetween(momentOf(record), now) < WINDOW_SECONDS)

/** Starts what GitLab allows now. */
async function startSome(api: GitLab, ids: readonly string[], { effects, now }: Doing): Promise<void> {
  const known = await effects.all()
  const open = ids.filter(id => !doneOf(known, START, id))
  const room = MOST_STARTS - ofLastMinute(known, START, now).length
  for (const id of open.slice(0, Math.max(0, room)))
    await effects.once(starting(api, id, await readState(api, id)))
}

/** An export that ended without an archive. A person has to see to it, once there is nothing else to wait for. */
const failed = (api: GitLab, id: string): ActResult => ({
  is: 'by-hand',
  words: `GitLab’s export of project ${id} failed. Follow the export troubleshooting steps, and add its file to the task.`,
  link: `${api.settings.url}/projects/${id}`,
})

/** Looks for a finished export and takes it. @returns an end for the act; null where there is more to wait for */
async function takeNext(api: GitLab, ids: readonly string[], doing: Doing): Promise<ActResult | null> {
  const { effects, now } = doing
  const known = await effects.all()
  if (ofLastMinute(known, DOWNLOAD, now).length >= MOST_DOWNLOADS) return null
  const open = ids.filter(id => !doneOf(known, DOWNLOAD, id))
  const lost: string[] = []
  for (const id of open) {
    const started = doneOf(known, START, id)
    if (!started) continue
    const state = await readState(api, id)
    if (state === 'finished') {
      await effects.once(downloading(api, id, doing))
      return null
    }
    if (state === 'none' && secondsBetween(momentOf(started), now) > LOST_SECONDS) lost.push(id)
  }
  const [first] = lost
  return first !== undefined && lost.length === open.length ? failed(api, first) : null
}

/** Until the next download is allowed; else soon after the newest start, and then more and more rarely. */
function secondsToWait(known: readonly EffectRecord[], now: Date): number {
  const [last] = ofLastMinute(known, DOWNLOAD, now)
  if (last) return Math.ceil(WINDOW_SECONDS - secondsBetween(momentOf(last), now))
  const starts = known.filter(record => record.what === START).map(record => momentOf(record).getTime())
  return nextLook(secondsBetween(new Date(Math.max(0, ...starts)), now), MOST_POLL_SECONDS)
}

async function exportAll(api: GitLab, ids: readonly string[], doing: Doing): Promise<ActResult> {
  const { effects, now } = doing
  await startSome(api, ids, doing)
  const end = await takeNext(api, ids, doing)
  if (end) return end
  const known = await effects.all()
  const taken = ids.flatMap(id => doneOf(known, DOWNLOAD, id) ?? [])
  if (taken.length === ids.length)
    return done(
      true,
      taken.map(record => ofRecord(record, `Export of project ${record.target}`, now)),
    )
  const words = `${taken.length} of ${counted(ids.length, 'project')} exported.`
  return { is: 'waiting', afterSeconds: secondsToWait(known, now), words }
}

/** Exports what may be exported and keeps the archives with the task: one phase at a time, at GitLab's pace. */
export const exportProjects = (api: GitLab): Act => ({
  preview: async (subject, known) =>
    await previewProjects(api, await refind(api, subject, known), 'will be exported'),
  run: async doing => {
    const { subject, effects, now } = doing
    const refound = await refind(api, subject, await effects.all())
    if (refound.is === 'by-hand') return byHand(refound.words)
    const ids = (await theirProjects(api, refound)).map(({ id }) => String(id))
    if (ids.length === 0)
      return done(false, [{ at: now, what: 'Look for projects that may be exported', result: 'none' }])
    try {
      return await exportAll(api, ids, doing)
    } catch (error) {
      if (error instanceof NotKept) return byHand(error.message)
      if (!(error instanceof SystemFailure) || error.reason !== 'limited') throw error
      const afterSeconds = Math.max(error.retryAfterSeconds ?? 0, WINDOW_SECONDS)
      return { is: 'waiting', afterSeconds, words: error.message }
    }
  },
})
