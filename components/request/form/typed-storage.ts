const PREFIX = 'habeas-typed '

type Field = HTMLInputElement | HTMLTextAreaElement

/** Fields of a form that somebody types sentences into; nothing secret. */
export const typedFields = (form: Element | null): Field[] => [
  ...(form?.querySelectorAll<Field>('textarea[name], input[name]:not([type]), input[name][type=text]') ?? []),
]

/** One form of one page, for one person: who signs in next in this tab finds nothing of somebody else. */
const keyOf = (form: string): string => {
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

/** Keeps what differs from what the page brought. */
export function keepText(form: string, fields: readonly Field[]): void {
  const typed = fields.filter(field => field.value !== field.defaultValue)
  const text = JSON.stringify(Object.fromEntries(typed.map(field => [field.name, field.value])))
  if (typed.length === 0) forgetText(form)
  else withStorage(storage => storage.setItem(keyOf(form), text), undefined)
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(text => typeof text === 'string')

/** What was typed into a form and not carried out, by field. */
export const keptText = (form: string): Readonly<Record<string, string>> =>
  withStorage(storage => {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(form)) ?? '{}')
    return isTexts(kept) ? kept : {}
  }, {})

export const forgetText = (form: string): void =>
  withStorage(storage => storage.removeItem(keyOf(form)), undefined)

/** Forgets everything, as somebody signs out. */
export const forgetAllText = (): void =>
  withStorage(storage => {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key)
  }, undefined)
