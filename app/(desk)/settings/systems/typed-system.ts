import type { WrongField } from '@/components/request/form/wrong-fields'
import type { SettingField } from '@/lib/core/systems/setting-field'

type Names = Readonly<Record<string, unknown>>

const named = (value: unknown): Names =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** Names with a text each as they are typed: one a line, `name = value`. @returns words where a line is none */
export function typedLines(text: string): Record<string, string> | string {
  const names = new Map<string, string>()
  const lines = text.split('\n').map(line => line.trim())
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const sign = line.indexOf('=')
    const name = line.slice(0, Math.max(sign, 0)).trim()
    const value = line.slice(sign + 1).trim()
    if (sign < 0 || name === '' || value === '') return `Write line ${at + 1} as name = value.`
    if (names.has(name)) return `Line ${at + 1} has a name that is there already.`
    names.set(name, value)
  }
  return Object.fromEntries(names)
}

/** The same the other way round, for the form. */
export const asLines = (names: unknown): string =>
  Object.entries(named(names))
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join('\n')

type Read = { ok: true; value: unknown } | { ok: false; words: string }

function read({ shape }: SettingField, typed: unknown): Read {
  if (shape === 'yes-no') return { ok: true, value: typed === true }
  if (typeof typed !== 'string') return { ok: true, value: undefined }
  if (shape === 'lines') {
    const lines = typedLines(typed)
    return typeof lines === 'string' ? { ok: false, words: lines } : { ok: true, value: lines }
  }
  const number = Number(typed)
  return { ok: true, value: shape === 'number' && Number.isFinite(number) ? number : typed }
}

/**
 * What was typed into a system's form, as the door takes it. A secret's field that was left empty is left out, so that it stays;
 * one that is to be taken away is null.
 */
export function typedSystem(
  fields: readonly SettingField[],
  input: Names,
): { ok: true; given: Record<string, unknown> } | { ok: false; fields: WrongField[] } {
  const [settings, secrets, forget] = [named(input.settings), named(input.secrets), named(input.forget)]
  const whole: Record<string, unknown> = {}
  const wrong: WrongField[] = []
  for (const field of fields) {
    const { name, secret } = field
    const typed = secret ? secrets[name] : settings[name]
    const found =
      secret && forget[name] === true && !typed ? { ok: true as const, value: null } : read(field, typed)
    if (!found.ok) wrong.push({ path: `settings.${name}`, words: found.words })
    else if (found.value !== undefined) whole[name] = found.value
  }
  if (wrong.length > 0) return { ok: false, fields: wrong }
  const { kind, name } = input
  return {
    ok: true,
    given: { kind, ...(name !== undefined && { name }), enabled: input.enabled === true, settings: whole },
  }
}

/** The door's words for a setting, at the field of the form that it was typed into. */
export function atFields(fields: readonly SettingField[], wrong: readonly WrongField[]): WrongField[] {
  return wrong.map(problem => {
    const inLines = fields.find(field => problem.path.startsWith(`settings.${field.name}.`))
    if (inLines) {
      const line = problem.path.slice(`settings.${inLines.name}.`.length)
      return { path: `settings.${inLines.name}`, words: `${line}: ${problem.words}` }
    }
    const secret = fields.find(field => field.secret && `settings.${field.name}` === problem.path)
    // An empty field of a secret says nothing by itself: it may have been meant to stay.
    return secret ? { ...problem, path: `secrets.${secret.name}`, always: true as const } : problem
  })
}
