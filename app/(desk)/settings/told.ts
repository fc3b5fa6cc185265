import type { StaffActor } from '@/lib/core/actor'
import type { DoorRefusal } from '@/lib/door/refusal'

/** What a change of the settings answers. */
export type Told = { ok: true; title: string; text?: string } | { ok: false; title: string; text?: string }
export type Change = (actor: StaffActor, input: Record<string, unknown>, commandId: string) => Promise<Told>

/** The door's answer in words. */
export function told(done: { ok: true } | DoorRefusal, title: string, text?: string): Told {
  if (done.ok) return { ok: true, title, ...(text !== undefined && { text }) }
  const words = Object.values(done.fields ?? {})
  return { ok: false, title: done.title, ...(words.length > 0 && { text: words.join(' ') }) }
}
