import { typedText } from '@/lib/core/intake/typed-text'

/**
 * How a form names the parts of a command's input: `hold~reason`, `found-12~found.zendesk!bool`. The form comes before
 * the `~`, so that names (and the ids made from them) are unique on a page with many forms; dots nest; `!` gives a kind. The
 * kind `shown` is a text that the page brought and nobody typed.
 */
export const inputName = (form: string, path: string): string => `${form}~${path}`

/** What is decided already, as the fields in which it is sent. */
export const presetFields = (
  form: string,
  preset: Readonly<Record<string, string | boolean>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(preset).map(([path, value]) => [
      inputName(form, typeof value === 'boolean' ? `${path}!bool` : path),
      String(value),
    ]),
  )

type Value = string | number | boolean | null | Tree
interface Tree {
  [key: string]: Value
}

function converted(text: string, kind: string | undefined): Value | undefined {
  if (kind === 'bool') return text === 'true' ? true : text === 'false' ? false : undefined
  if (kind === 'number') return text.trim() === '' ? undefined : Number(text)
  if (kind === 'null') return text.trim() === '' ? null : text
  return text.trim() === '' ? undefined : text
}

/** The input of a command from a form's fields; what was left empty is left out. */
export function inputOf(form: FormData): Tree {
  const input: Tree = Object.create(null)
  for (const [name, text] of form) {
    const [, path, kind] = name.match(/^[\w-]*~([\w.-]{1,80})(?:!(\w+))?$/) ?? []
    if (!path || typeof text !== 'string') continue
    const value = converted(typedText(text), kind)
    if (value !== undefined) put(input, path.split('.'), value)
  }
  return input
}

function put(tree: Tree, [key = '', ...rest]: string[], value: Value): void {
  if (rest.length === 0) {
    tree[key] = value
    return
  }
  const below = tree[key]
  const next: Tree = typeof below === 'object' && below !== null ? below : Object.create(null)
  tree[key] = next
  put(next, rest, value)
}

/** What was typed into a form, in the order of its fields: shown again where the form itself may be gone. */
export function typedTexts(form: FormData): string[] {
  return [...form].flatMap(([name, text]) =>
    /~(answers\.[\w-]+|settings\.[\w-]+|given|note|text|reason|subject|body|question|checked|answer|comment|words|url)$/.test(
      name,
    ) &&
    typeof text === 'string' &&
    text.trim() !== ''
      ? [typedText(text).trim()]
      : [],
  )
}
