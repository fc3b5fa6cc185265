import { z } from 'zod'
import { carriers } from '../people/actor'

export const resolutions = ['complete', 'exception', 'not_found'] as const
export type Resolution = (typeof resolutions)[number]

/** What a step may ask for before it counts as done. */
export const stepAsks = ['link', 'text'] as const

/** What the product can have seen of a step itself. */
export const evidenceKinds = [
  'sheet-downloaded',
  'file-uploaded',
  'owns-no-group',
  'listed',
  'list-uploaded',
] as const

/** What the product saw of a step, so that nobody has to tick it; it contains no personal data. */
export const stepEvidence = z.object({
  kind: z.enum(evidenceKinds),
  /** When it happened, or when the look-up that says so was made; ISO 8601. */
  at: z.string(),
  /** The person of the staff who did it. */
  byId: z.string().nullable(),
  /** Of the deletion list. */
  version: z.number().int().nullable(),
})
export type StepEvidence = z.infer<typeof stepEvidence>

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
})
export type TaskStep = z.infer<typeof taskStep>

/** The step that a person ticked last; what the product saw stays as long as it is so. */
export const lastByHand = ({ steps }: Pick<Task, 'steps'>): TaskStep | undefined =>
  steps.findLast(({ doneAt, evidence }) => doneAt !== null && evidence.length === 0)

/** A destructive step that a person did; one that turned out not to be needed destroyed nothing. */
export const hasDestroyed = ({ destructive, doneAt, evidence }: TaskStep): boolean =>
  destructive && doneAt !== null && evidence.length === 0

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
  steps: z.array(taskStep),
})
export type Task = z.infer<typeof task>
