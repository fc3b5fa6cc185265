import { typedText } from '@/lib/core/intake/typed-text'

export const outOfDate = 'This page is out of date. Load it again.'

/** What was typed into the fields of a form, and the id of the press. */
export function typed<Name extends string>(form: FormData, names: readonly Name[]) {
  const read = (name: string) => typedText(form.get(name)).trim()
  const press = read('commandId')
  return {
    values: Object.fromEntries(names.map(name => [name, read(name)])),
    press: /^[0-9a-f-]{36}$/.test(press) ? press : null,
  }
}
