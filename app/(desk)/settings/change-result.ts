import type { WrongField } from '@/components/request/form/wrong-fields'
import type { StaffActor } from '@/lib/core/people/actor'
import type { DoorRefusal } from '@/lib/door/answer/refusal'

/** What a change of the settings answers. */
export type ChangeResult =
  | {
      ok: true
      title: string
      text?: string
      /** What can never be seen again, to be copied now. */
      shownOnce?: string
      ahead?: true
      /** It is done, and yet something needs attention. */
      caution?: true
      /** The page on which to continue. */
      goTo?: string
    }
  | { ok: false; title: string; text?: string; fields?: readonly WrongField[]; confirmFirst?: true }
export type Change = (
  actor: StaffActor,
  input: Record<string, unknown>,
  commandId: string,
) => Promise<ChangeResult>

/** The same for a change of rights, which may have to wait for a second person. */
export const rightResult = (
  done: { ok: true; waits?: boolean } | DoorRefusal,
  title: string,
  text?: string,
): ChangeResult =>
  done.ok && done.waits
    ? {
        ok: true,
        title: 'Proposed. It waits for a second person.',
        text: 'Another admin, or somebody of Privacy, applies it in Settings, under Rights. Nothing has changed so far.',
      }
    : changeResult(done, title, text)

/** The door's answer in words. */
export function changeResult(done: { ok: true } | DoorRefusal, title: string, text?: string): ChangeResult {
  if (done.ok) return { ok: true, title, ...(text !== undefined && { text }) }
  const fields = Object.entries(done.fields ?? {}).map(([path, words]) => ({ path, words }))
  return {
    ok: false,
    title: done.title,
    ...(fields.length > 0 && { fields }),
    ...(done.reason === 'confirm-again' && { confirmFirst: true }),
  }
}

/** Where somebody proves again who they are, and comes back from to the page that they were on. */
export const confirmLink = (result: ChangeResult, page: string) =>
  !result.ok && result.confirmFirst
    ? {
        leadsTo: {
          href: `/account/confirm?next=${encodeURIComponent(page)}`,
          words: 'Confirm that it is you',
        },
      }
    : {}
