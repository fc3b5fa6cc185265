import type { MessageTemplate, MessageVariable } from '@/emails/types'
import { toHtml, toText } from '@/lib/mail/blocks'
import { layout } from '@/lib/mail/layout'
import { keptOf, leftOut } from '@/lib/mail/left-out'
import {
  type Blocked,
  type Expanded,
  expand,
  isLink,
  Link,
  type MessageValue,
  type MessageValues,
  type ScopeValue,
  type Slot,
  Unfilled,
  whyNotExpand,
} from '@/lib/mail/template'

export { type Blocked, listVariables, type MessageValues } from '@/lib/mail/template'

/** A message ready to be sent. */
export interface Rendered {
  subject: string
  /** The words to keep and to show on screens: links that open a request are named, not spelt out. */
  body: string
  /** The plain-text part of the mail, with the real links and the footer. */
  text: string
  /** The HTML part of the mail. */
  html: string
}

type Specs = Readonly<Record<string, MessageVariable>>

const isBlank = (value: MessageValue | null | undefined) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
const SAFE_URL = /^https?:\/\/[^\s<>"'\\^`{|}\p{Cc}\p{Cf}]+$/u
/** Also U+2028 and U+2029, which some programs take for the end of a header. */
const LINE_BREAKING = /[\p{Cc}\p{Zl}\p{Zp}]/u

/** Takes control signs, direction overrides and broken halves of characters out of a value; its words stay. */
function clean(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** Values as the template engine may see them: own properties only, links apart, what is optional as empty. */
function scopeOf(values: MessageValues, specs: Specs): Map<string, ScopeValue> {
  const scope = new Map<string, ScopeValue>()
  for (const [name, { example, required, emptyAllowed }] of Object.entries(specs)) {
    if (!required || (emptyAllowed && isEmptyList(values, name)))
      scope.set(name, Array.isArray(example) ? [] : null)
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || isBlank(value)) continue
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (typeof value === 'number') scope.set(name, value)
    else if (typeof value === 'string') scope.set(name, isLink(name) ? new Link(name, value) : clean(value))
    // A list with nothing in it is no value where the message needs one.
    else if (value.length > 0 || !spec?.required || spec.emptyAllowed)
      scope.set(
        name,
        value.flatMap(item =>
          typeof item === 'string' ? clean(item) : [clean(item.words), new Link(name, item.url)],
        ),
      )
  }
  return scope
}

function isEmptyList(values: MessageValues, name: string): boolean {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return Array.isArray(value) && value.length === 0
}

function unsafeLinks(scope: ReadonlyMap<string, ScopeValue>): string[] {
  return [...scope.values()]
    .flat()
    .flatMap(value => (value instanceof Link && !isSafe(value.url) ? [value.name] : []))
}

const isSafe = (url: string) => SAFE_URL.test(url) && URL.canParse(url)

function labelsOf(specs: Specs): Record<string, string> {
  const own = Object.entries(specs).flatMap(([name, { button }]) => (button ? [[name, button] as const] : []))
  return { link: 'Open the request', confirm_link: 'See and confirm the request', ...Object.fromEntries(own) }
}

// A filled text that is edited is read as a template again. This invisible sign keeps a brace that came from a value
// from opening a variable; it is removed before sending.
const GUARD = '\u2060'
const guard = (text: string) => text.replace(/\{(?=[{%])/g, `{${GUARD}`)
const unguard = (text: string) => text.replace(/\{\u2060(?=[{%])/g, '{')

const plain = (slot: Slot): string =>
  slot instanceof Link ? slot.url : slot instanceof Unfilled ? `{{ ${slot.name} }}` : slot

function render(
  subject: string,
  body: string,
  scope: ReadonlyMap<string, ScopeValue>,
  about: {
    specs: Specs
    language: string
    needs: readonly string[]
    frames: readonly string[]
    closing: string | undefined
  },
): Rendered | Blocked {
  const names = new Set(scope.keys())
  const blocked = [whyNotExpand(subject, names), whyNotExpand(body, names)].filter(found => found !== null)
  const missing = [...new Set(blocked.flatMap(found => found.missing))].sort()
  if (blocked.length) return { missing, problem: missing.length ? 'missing' : 'syntax' }
  const unsafe = unsafeLinks(scope)
  if (unsafe.length) return { missing: unsafe, problem: 'unsafe-link' }

  const [heading, content] = [expand(subject.trim(), scope), expand(body, scope)]
  if (!heading || !content) return { missing: [], problem: 'syntax' }
  const line = unguard(toText(heading, plain))
  if (LINE_BREAKING.test(line)) return { missing: [], problem: 'line-break' }

  const labels = labelsOf(about.specs)
  const unguarded = { words: unguard(content.words), slots: content.slots }
  const named = (slot: Slot) =>
    slot instanceof Link && labels[slot.name] ? `[${labels[slot.name]}]` : plain(slot)
  const foot = ['organisation', 'reference']
    .map(name => scope.get(name))
    .filter(part => typeof part === 'string')
  const footer = foot.join(' · ').replace(/\s+/g, ' ')
  const said = toText(unguarded, plain)
  const gone = leftOut(about.needs, scope, `${line}\n${said}`)
  if (gone.length) return { missing: gone, problem: 'left-out' }
  const closing = about.closing ? expand(about.closing, scope) : null
  const parts = [unguarded, ...framed(about.frames, scope, said), ...(closing ? [closing] : [])]
  const text = parts.map(part => toText(part, plain)).join('\n\n')
  const blocks = parts.map(part => toHtml(part, labels)).join('\n')
  return {
    subject: line,
    body: toText(unguarded, named),
    text: footer ? `${text}\n\n-- \n${footer}\n` : `${text}\n`,
    html: layout({ subject: line, blocks, footer, language: about.language }),
  }
}

/** The links that the frame adds below a text that doesn't have them. */
function framed(names: readonly string[], scope: ReadonlyMap<string, ScopeValue>, text: string): Expanded[] {
  return leftOut(names, scope, text).flatMap(name => expand(`{{ ${name} }}`, scope) ?? [])
}

/**
 * Fills a message with values. Values are data: their content stays literal, in text and in HTML.
 * Returns the mail, or what stops it: variables that are missing or unknown, a text that isn't well formed, a line
 * break in the subject, or a link that isn't http(s). Values that the message doesn't use are ignored, except that
 * `organisation` and `reference` also stand in the footer.
 * @param closing stands below the words of the mail and isn't kept with them; it may use the values, too
 */
export function renderMessage(
  template: MessageTemplate,
  values: MessageValues,
  closing?: string,
): Rendered | Blocked {
  const { subject, body, variables: specs, language } = template
  const scope = scopeOf(values, specs)
  const missing = Object.keys(specs).filter(name => !scope.has(name))
  if (missing.length) return { missing: missing.sort(), problem: 'missing' }
  return render(subject, body, scope, { specs, language, needs: [], frames: [], closing })
}

/**
 * The same for a text that a member of staff has edited. A variable in it that has no value stops it, and so does the lack of
 * what the message is for: its link, its questions, its last day. `template`, the message that it began as, says what that
 * is, and gives the language and the words on the buttons.
 */
export function renderEdited(
  subject: string,
  body: string,
  values: MessageValues,
  template?: MessageTemplate,
  closing?: string,
): Rendered | Blocked {
  const specs = template?.variables ?? {}
  const frames = Object.keys(specs).filter(name => specs[name]?.framed)
  const about = { specs, language: template?.language ?? 'en', needs: keptOf(specs), frames, closing }
  return render(subject, body, scopeOf(values, specs), about)
}

/**
 * A message as the composer shows it: values filled in, links left as `{{ link }}` because they are made on sending,
 * and what is missing left as `{{ name }}` and listed. What comes back from the composer goes to `renderEdited`.
 */
export function fillForEditing(
  template: MessageTemplate,
  values: MessageValues,
): { subject: string; body: string; missing: string[] } {
  const scope = scopeOf(values, template.variables)
  const missing: string[] = []
  for (const [name, { example, required }] of Object.entries(template.variables)) {
    const absent = !scope.has(name)
    if (absent && required && !isLink(name)) missing.push(name)
    if (absent || isLink(name))
      scope.set(name, Array.isArray(example) ? [new Unfilled(name)] : new Unfilled(name))
  }
  const say = (slot: Slot) => (typeof slot === 'string' ? guard(slot) : plain(slot))
  const fill = (text: string) => {
    const expanded = expand(text, scope)
    return expanded ? toText(expanded, say) : text
  }
  return { subject: fill(template.subject), body: fill(template.body), missing: missing.sort() }
}

/** Which required variables of a message this wording doesn't say, when it is filled with these values. */
export function unsaid(template: MessageTemplate, values: MessageValues): string[] {
  const { subject, body, variables: specs, language } = template
  const scope = scopeOf(values, specs)
  const needs = Object.keys(specs).filter(name => specs[name]?.required)
  const rendered = render(subject, body, scope, { specs, language, needs, frames: [], closing: undefined })
  return 'missing' in rendered && rendered.problem === 'left-out' ? rendered.missing : []
}
