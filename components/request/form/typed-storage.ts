import { broughtBy, type Field, keyOf, stateOf } from '@/components/ui/form/typed-fields'

const PREFIX = 'habeas-typed '

/** One form of one page, for one person: who signs in next in this tab finds nothing of somebody else. */
const placeOf = (form: string): string => {
  const person = document.querySelector('[data-person]')?.getAttribute('data-person') ?? ''
  return `${PREFIX}${person} ${location.pathname} ${form}`
}

/** A browser may refuse to store anything; then nothing is kept. */
function withStorage<Answer>(work: (storage: Storage) => Answer, otherwise: Answer): Answer {
  try {
    return work(sessionStorage)
  } catch {
    return otherwise
  }
}

interface Kept {
  /** The id with which the form would be sent. */
  press: string
  texts: Readonly<Record<string, string>>
}

/** What a page brought, by field: a refused act puts what was typed in its place, which is no less typed for that. */
export type Brought = ReadonlyMap<string, string>

export const broughtIn = (fields: readonly Field[]): Brought =>
  new Map(fields.map(field => [keyOf(field), broughtBy(field)]))

/** Keeps what differs from what the page brought. @param press the id with which the form would be sent */
export function keepText(form: string, fields: readonly Field[], brought: Brought, press: string): void {
  const typed = fields.filter(field => stateOf(field) !== (brought.get(keyOf(field)) ?? broughtBy(field)))
  const texts = Object.fromEntries(typed.map(field => [keyOf(field), stateOf(field)]))
  if (typed.length === 0) forgetText(form)
  else
    withStorage(
      storage => storage.setItem(placeOf(form), JSON.stringify({ press, texts } satisfies Kept)),
      undefined,
    )
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(text => typeof text === 'string')

function keptIn(stored: string | null): Kept {
  const kept: unknown = JSON.parse(stored ?? '{}')
  const nothing = { press: '', texts: {} }
  if (typeof kept !== 'object' || kept === null || !('press' in kept) || !('texts' in kept)) return nothing
  return typeof kept.press === 'string' && isTexts(kept.texts)
    ? { press: kept.press, texts: kept.texts }
    : nothing
}

/** What was typed into a form and not carried out, by field. */
export const keptText = (form: string): Readonly<Record<string, string>> =>
  withStorage(storage => keptIn(storage.getItem(placeOf(form))).texts, {})

export const forgetText = (form: string): void =>
  withStorage(storage => storage.removeItem(placeOf(form)), undefined)

const ours = (storage: Storage) => Object.keys(storage).filter(key => key.startsWith(PREFIX))

/** Forgets what was sent with this press, no matter from which page. What was typed after it has another. */
export const forgetPress = (press: string): void =>
  withStorage(storage => {
    for (const key of ours(storage)) if (keptIn(storage.getItem(key)).press === press) storage.removeItem(key)
  }, undefined)

/** Forgets everything, as somebody signs out. */
export const forgetAllText = (): void =>
  withStorage(storage => {
    for (const key of ours(storage)) storage.removeItem(key)
  }, undefined)
