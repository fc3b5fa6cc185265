import { z } from 'zod'
import type { Act, ActResult, Doing, EffectPlan, EffectRecord } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import { confirmed, type GitLab } from './api'
import { wholeArchive } from './archive'
import { counted, done, ofRecord } from './evidence'
import { previewProjects, theirProjects } from './exportable'
import { byHand, refind } from './subject'

const START = 'start-export'
const DOWNLOAD = 'download-export'

/** GitLab's limits for a user: exports started, and archives downloaded, in a minute. */
const MOST_STARTS = 6
const MOST_DOWNLOADS = 1
/** A minute, and a little for the difference of clocks. GitLab doesn't say how long to wait at these limits. */
const WINDOW_SECONDS = 65
const POLL_SECONDS = 15
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
      // Left at once, so that the connection isn't kept.
      for await (const _ of body) break
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

/** How many more of these GitLab allows now: it counts those of the last minute, answered or not. */
const roomFor = (known: readonly EffectRecord[], what: string, most: number, now: Date): number => {
  const since = now.getTime() - WINDOW_SECONDS * 1000
  return (
    most -
    known.filter(each => each.what === what && (each.settledAt ?? each.begunAt).getTime() > since).length
  )
}

/** Starts what GitLab allows now. */
async function startSome(api: GitLab, ids: readonly string[], { effects, now }: Doing): Promise<void> {
  const known = await effects.all()
  const open = ids.filter(id => !doneOf(known, START, id))
  for (const id of open.slice(0, roomFor(known, START, MOST_STARTS, now)))
    await effects.once(starting(api, id, await readState(api, id)))
}

/** Looks for a finished export and takes it. @returns an end for the act; null where there is more to wait for */
async function takeOne(api: GitLab, ids: readonly string[], doing: Doing): Promise<ActResult | null> {
  const { effects, now } = doing
  const known = await effects.all()
  if (roomFor(known, DOWNLOAD, MOST_DOWNLOADS, now) <= 0) return null
  for (const id of ids) {
    const started = doneOf(known, START, id)
    if (!started || doneOf(known, DOWNLOAD, id)) continue
    const state = await readState(api, id)
    if (state === 'finished') {
      await effects.once(downloading(api, id, doing))
      return null
    }
    const waited = (now.getTime() - (started.settledAt ?? started.begunAt).getTime()) / 1000
    if (state === 'none' && waited > LOST_SECONDS)
      return {
        is: 'by-hand',
        words: `GitLab’s export of project ${id} failed. Follow the export troubleshooting steps, and add its file to the task.`,
        link: `${api.settings.url}/projects/${id}`,
      }
  }
  return null
}

async function exportAll(api: GitLab, ids: readonly string[], doing: Doing): Promise<ActResult> {
  const { effects, now } = doing
  await startSome(api, ids, doing)
  const end = await takeOne(api, ids, doing)
  if (end) return end
  const known = await effects.all()
  const taken = ids.flatMap(id => doneOf(known, DOWNLOAD, id) ?? [])
  if (taken.length === ids.length)
    return done(
      true,
      taken.map(record => ofRecord(record, `Export of project ${record.target}`, now)),
    )
  const isFull = roomFor(known, DOWNLOAD, MOST_DOWNLOADS, now) <= 0
  return {
    is: 'waiting',
    afterSeconds: isFull ? WINDOW_SECONDS : POLL_SECONDS,
    words: `${taken.length} of ${counted(ids.length, 'project')} exported.`,
  }
}

/** Exports what may be exported and keeps the archives with the task: one phase at a time, at GitLab's pace. */
export const exportProjects = (api: GitLab): Act => ({
  label: 'Export the projects from GitLab',
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
