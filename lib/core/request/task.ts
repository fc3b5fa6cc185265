import { z } from 'zod'
import { carriers } from '../people/actor'

export const resolutions = ['complete', 'exception', 'not_found'] as const
export type Resolution = (typeof resolutions)[number]

/** What a step may ask for before it counts as done. */
export const stepAsks = ['link', 'text'] as const

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
})
export type TaskStep = z.infer<typeof taskStep>

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
