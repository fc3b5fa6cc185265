import { z } from 'zod'
import { carriers } from '../people/actor'

export const resolutions = ['complete', 'exception', 'not_found'] as const
export type Resolution = (typeof resolutions)[number]

/** What a step may ask for before it counts as done. */
export const stepAsks = ['link', 'text'] as const

/** What the product can have seen of a step itself. */
export const seenKinds = [
  'sheet-downloaded',
  'file-uploaded',
  'owns-no-group',
  'listed',
  'list-uploaded',
] as const

/** What the product saw of a step, so that nobody has to tick it. */
export const seenEvidence = z.object({
  kind: z.enum(seenKinds),
  /** When it happened, or when the look-up that says so was made; ISO 8601. */
  at: z.string(),
  /** The person of the staff who did it. */
  byId: z.string().nullable(),
  /** Of the deletion list. */
  version: z.number().int().nullable(),
})
export type SeenEvidence = z.infer<typeof seenEvidence>

/** What a connected system was asked or told for a step, and what came back. */
export const systemEvidence = z.object({
  kind: z.literal('system'),
  at: z.string(),
  /** The person of the staff who had it done. */
  byId: z.string().nullable(),
  /** Its key. */
  system: z.string(),
  what: z.string(),
  result: z.string(),
  /** Whether the run that this belongs to changed anything there. */
  changed: z.boolean(),
})

/** Why a step counts as done without anybody having ticked it; it contains no personal data. */
export const stepEvidence = z.union([seenEvidence, systemEvidence])
export type StepEvidence = z.infer<typeof stepEvidence>

/** Connected systems are doing a step. */
export const stepRun = z.object({
  id: z.string(),
  /** When it was begun; ISO 8601. */
  at: z.string(),
  byId: z.string().nullable(),
  /** Keys of the systems. */
  systems: z.array(z.string()),
  /** The steps after it are to be done, too, as far as systems can. */
  rest: z.boolean(),
})
export type StepRun = z.infer<typeof stepRun>

/** What a connected system answered to a search, before a person decides. */
export const searchRecord = z.object({
  system: z.string(),
  /** The question of the task that it answers. */
  of: z.enum(['zendesk', 'customersPortal']),
  state: z.enum(['found', 'nothing', 'failed']),
  /** Ids in the system. */
  ids: z.array(z.string()),
  /** What it found, or why it couldn't look; no personal data. */
  words: z.string(),
  at: z.string(),
})
export type SearchRecord = z.infer<typeof searchRecord>

export const taskStep = z.object({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  destructive: z.boolean(),
  position: z.number(),
  doneAt: z.date().nullable(),
  doneById: z.string().nullable(),
  asks: z.enum(stepAsks).nullable(),
  /** The link or text that it was ticked with. */
  given: z.string().nullable(),
  /** Where the product ticked it: by what. */
  evidence: z.array(stepEvidence),
  run: stepRun.nullable(),
  /** Why the last run ended without it being done, and what a person is to do. */
  problem: z.string().nullable(),
})
export type TaskStep = z.infer<typeof taskStep>

/** The step that a person ticked last; what the product saw stays as long as it is so. */
export const lastByHand = ({ steps }: Pick<Task, 'steps'>): TaskStep | undefined =>
  steps.findLast(({ doneAt, evidence }) => doneAt !== null && evidence.length === 0)

const changedSomething = (evidence: StepEvidence) => evidence.kind === 'system' && evidence.changed

/** A destructive step that a person or a system did; one that turned out not to be needed destroyed nothing. */
export const hasDestroyed = ({ destructive, doneAt, evidence }: TaskStep): boolean =>
  destructive && doneAt !== null && (evidence.length === 0 || evidence.some(changedSomething))

/** Connected systems did it. */
export const doneBySystem = ({ evidence }: TaskStep): boolean =>
  evidence.some(({ kind }) => kind === 'system')

export const found = z.object({
  zendesk: z.boolean().optional(),
  customersPortal: z.boolean().optional(),
})
export type Found = z.infer<typeof found>

export const task = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  team: z.enum(carriers),
  position: z.number(),
  state: z.enum(['open', 'resolved', 'cancelled']),
  resolution: z.enum(resolutions).nullable(),
  note: z.string().nullable(),
  found: found.nullable(),
  openedAt: z.date(),
  resolvedAt: z.date().nullable(),
  resolvedById: z.string().nullable(),
  assigneeId: z.string().nullable(),
  /** Privacy has accepted the exception: it counts as done. */
  acceptedAt: z.date().nullable(),
  acceptedById: z.string().nullable(),
  /** Why it was not done, as the person is told. */
  acceptedWords: z.string().nullable(),
  /** What the connected systems found, the newest answer of each. */
  searches: z.array(searchRecord),
  steps: z.array(taskStep),
})
export type Task = z.infer<typeof task>

/** A connected system is doing one of its steps. */
export const isRunning = ({ steps }: Pick<Task, 'steps'>): boolean => steps.some(({ run }) => run !== null)

/** The version of the deletion list that has the account's addresses, by the evidence of its step; null where none says so. */
export const listedVersion = ({ steps }: Pick<Task, 'steps'>): number | null =>
  steps
    .flatMap(({ evidence }) => evidence)
    .flatMap(seen => (seen.kind === 'listed' ? [seen.version] : []))[0] ?? null
