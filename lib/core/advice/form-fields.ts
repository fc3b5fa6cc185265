import { commandOf } from '../commands/index'
import type { RequestCommand, TaskCommand } from '../machine/command'
import type { Field, Preset } from '../machine/command-copy'
import { inputSchema, type JsonSchema, propertiesOf } from './command-input'
import type { NextStep } from './guides/guide'

/** A field as a form shows it: its words from the command, everything else from the schema of its input. */
export interface FormField {
  name: string
  label: string
  hint?: string
  kind: 'line' | 'lines' | 'day' | 'number' | 'choice'
  /** How what was typed is read; a text where nothing is said. */
  reads?: 'bool' | 'number'
  required: boolean
  choices: readonly { value: string; label: string }[]
  /** The words of the empty choice; none where one is always chosen. */
  empty?: string
  chosen?: string
}

/** A text that may be longer than this gets several lines, unless it is an address. */
const longestLine = 300

/**
 * What a command asks for in a step: what is decided already is left out, what this step needs is required.
 * @param offered what may be chosen now; a choice that an offer is about has only the offered values
 */
export const fieldsOf = (
  command: RequestCommand | TaskCommand,
  {
    preset = {},
    needs = [],
  }: Pick<NextStep, 'needs'> & { preset?: Readonly<Record<string, unknown>> | undefined } = {},
  offered: readonly Preset[] = [],
): FormField[] =>
  shownFields(
    command,
    command.form?.filter(({ name }) => !Object.hasOwn(preset, name)),
    needs,
  ).map(field => onlyOffered(field, offered))

function onlyOffered(field: FormField, offered: readonly Preset[]): FormField {
  const values = offered.flatMap(({ [field.name]: value }) => (value === undefined ? [] : [String(value)]))
  if (values.length === 0) return field
  return { ...field, choices: field.choices.filter(({ value }) => values.includes(value)) }
}

/** The sentence that says what a command will do; undefined where it acts at once. */
export function sentenceBefore(
  { says: { before } }: RequestCommand | TaskCommand,
  preset: Preset = {},
): string | undefined {
  return typeof before === 'function' ? before(preset) : before
}

/** The message whose text a step is taken with: it is read in the composer before it goes. */
export function messageOf(step: NextStep): string | undefined {
  const preset = step.preset ?? {}
  if (step.command === 'send-message') return String(preset.message)
  return commandOf(step)?.carries?.find(carried =>
    Object.entries(carried.preset ?? {}).every(([name, value]) => preset[name] === value),
  )?.message
}

/** What the composer asks for besides a message's text, and what choosing the message has decided. */
export function besideMessage(command: string, message: string): { fields: FormField[]; preset: Preset } {
  const known = commandOf({ command })
  const carried = known?.carries?.find(carried => carried.message === message)
  return {
    fields: known ? shownFields(known, carried?.form) : [],
    preset: carried?.preset ?? (command === 'send-message' ? { message } : {}),
  }
}

function shownFields(
  command: RequestCommand | TaskCommand,
  form: readonly Field[] = [],
  needs: readonly string[] = [],
): FormField[] {
  const schema = inputSchema(command)
  const required = [...(Array.isArray(schema.required) ? schema.required : []), ...needs]
  return form
    .filter(({ name, onlyNeeded }) => !onlyNeeded || needs.includes(name))
    .map(field => shownField(field, propertiesOf(schema)[field.name], required.includes(field.name)))
}

function shownField(
  { choices, empty, onlyNeeded: _, ...field }: Field,
  property: unknown,
  required: boolean,
): FormField {
  const { type, format, maxLength, default: chosen } = schemaIn(property)
  const reads = readAs(type)
  const base = { ...field, ...(reads && { reads }), required, choices: [] }
  if (choices) {
    const always = empty === undefined && typeof chosen === 'string'
    return {
      ...base,
      kind: 'choice',
      choices: Object.entries(choices).map(([value, label]) => ({ value, label })),
      ...(always ? { chosen } : { empty: empty ?? 'Choose' }),
    }
  }
  if (reads === 'number') return { ...base, kind: 'number' }
  if (format === 'date') return { ...base, kind: 'day' }
  const isLong = typeof maxLength === 'number' && maxLength > longestLine && format !== 'uri'
  return { ...base, kind: isLong ? 'lines' : 'line' }
}

function readAs(type: unknown): FormField['reads'] {
  if (type === 'boolean') return 'bool'
  return type === 'integer' || type === 'number' ? 'number' : undefined
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

/** A property's schema; what it is besides null, where it may be null. */
function schemaIn(property: unknown): JsonSchema {
  if (!isSchema(property)) return {}
  const { anyOf, ...rest } = property
  const schema = { ...rest, ...(Array.isArray(anyOf) && anyOf.filter(isSchema).find(isNotNull)) }
  return Array.isArray(schema.type) ? { ...schema, type: schema.type.find(type => type !== 'null') } : schema
}

const isNotNull = ({ type }: JsonSchema) => type !== 'null'
