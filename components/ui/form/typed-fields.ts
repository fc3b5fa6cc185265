/** What somebody types or chooses in a form. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const kinds = [
  'textarea',
  'select',
  'input:not([type])',
  ...['text', 'email', 'url', 'date', 'radio'].map(type => `input[type=${type}]`),
  // A box that has to be ticked confirms something that can't be taken back: it is asked again, never ticked by us.
  'input[type=checkbox]:not([required])',
]
const selector = kinds.map(kind => `${kind}[name]:not([data-unkept], [disabled])`).join(', ')

/** The fields of a form that are kept: nothing secret, no file, and nothing that can't be chosen now. */
export const typedFields = (form: Element | null): Field[] => [
  ...(form?.querySelectorAll<Field>(selector) ?? []),
]

const isBox = (field: Field): field is HTMLInputElement => field.type === 'checkbox'
const isRadio = (field: Field): field is HTMLInputElement => field.type === 'radio'

/** What a field is known by in its form. A box is known by what it stands for, too, as lists of boxes change. */
export const keyOf = (field: Field): string => (isBox(field) ? `${field.name}=${field.value}` : field.name)

const groupOf = (radio: HTMLInputElement): HTMLInputElement[] =>
  typedFields(radio.form).filter(
    (field): field is HTMLInputElement => isRadio(field) && field.name === radio.name,
  )

/** What is typed or chosen; of a group of radio buttons, each answers the same. */
export function stateOf(field: Field): string {
  if (isBox(field)) return String(field.checked)
  if (isRadio(field)) return groupOf(field).find(({ checked }) => checked)?.value ?? ''
  return field.value
}

/** What its page brought: the same before anybody touched it. */
export function broughtBy(field: Field): string {
  if (isBox(field)) return String(field.defaultChecked)
  if (isRadio(field)) return groupOf(field).find(({ defaultChecked }) => defaultChecked)?.value ?? ''
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue
  const options = [...field.options]
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? ''
}

/** Whether it holds something else than its page brought. */
export const isTyped = (field: Field): boolean => stateOf(field) !== broughtBy(field)

const prototypeOf = (field: Field): object =>
  field instanceof HTMLSelectElement
    ? HTMLSelectElement.prototype
    : field instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement.prototype
      : HTMLInputElement.prototype

/**
 * Types or chooses as a person would, so that what watches the field is told. What can't be chosen any more is left as it is.
 * @param state what `stateOf` or `broughtBy` answered
 */
export function fill(field: Field, state: string): void {
  if (isBox(field)) field.checked = state === 'true'
  else if (isRadio(field)) {
    if (state === '' || field.value === state) field.checked = state !== ''
  } else {
    const isOffered =
      !(field instanceof HTMLSelectElement) || [...field.options].some(({ value }) => value === state)
    if (!isOffered) return
    Object.getOwnPropertyDescriptor(prototypeOf(field), 'value')?.set?.call(field, state)
  }
  for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }))
}
