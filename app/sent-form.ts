import { callIsRead } from '@/lib/answer-status'

const withoutNul = (text: string) => text.replaceAll('\0', '')

/**
 * The form that a server action was called with. Every action begins with this, or with {@link callIsRead} where it takes none:
 * anybody can call one with anything, and until here it is the caller's fault.
 * @param given as the framework decoded it; no type holds for what comes from outside
 * @returns the same without NUL, which no database takes
 * @throws where it is no form; our web server answers 400
 */
export function sentForm(given: unknown): FormData {
  if (!(given instanceof FormData)) throw new TypeError('a server action was called without a form')
  const form = new FormData()
  for (const [name, value] of given)
    form.append(withoutNul(name), typeof value === 'string' ? withoutNul(value) : value)
  callIsRead()
  return form
}

/** A text of a form as it was sent; empty where there is none. */
export function sentText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
