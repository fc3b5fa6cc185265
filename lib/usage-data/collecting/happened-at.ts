import { milliseconds } from './shapes'

const DAY = 86_400_000

const time = (text: string | undefined): number | null =>
  text !== undefined && milliseconds.safeParse(text).success ? Number(text) : null

/**
 * When something happened: as the product says, or else by the tracker's clock, set right by how wrong it was when it
 * sent. Null where that lies in the future or more than 30 days back.
 */
export function happenedAt(
  { ttm, dtm, stm }: Readonly<Record<string, string | undefined>>,
  now: Date,
): Date | null {
  const [trueTime, made, sent] = [time(ttm), time(dtm), time(stm)]
  const waited = made !== null && sent !== null && sent >= made ? sent - made : null
  const at = trueTime ?? (waited === null ? made : now.getTime() - waited)
  if (at === null || at > now.getTime() + DAY || at < now.getTime() - 30 * DAY) return null
  return new Date(at)
}
