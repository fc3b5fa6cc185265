import type { MessageRule, MessageTemplate, PersonMessage } from '@/emails/types'

const LONE_VARIABLE = /^\{\{\s*\w+\s*\}\}$/
const standsAlone = (line: string) =>
  line === '' || line.startsWith('{%') || line.endsWith('%}') || LONE_VARIABLE.test(line)
const startsItem = (line: string) => /^(- |\d+\. |\{\{\s*forloop)/.test(line)

/**
 * Paragraphs may be wrapped in the source to read well there; the lines of one paragraph are joined here, because in a
 * mail, and for the people who edit it, a line break means a line break.
 */
function unwrapped(body: string): string {
  const lines: string[] = []
  for (const raw of body.trim().split('\n')) {
    const line = raw.trim()
    const previous = lines.at(-1)
    if (previous === undefined || standsAlone(previous) || standsAlone(line) || startsItem(line))
      lines.push(line)
    else lines[lines.length - 1] = `${previous} ${line}`
  }
  return lines.join('\n')
}

/** Declares a message to the person: its words and its rule. Answers it with each paragraph on one line. */
export function message<const Key extends string, const Rule extends MessageRule>(
  template: PersonMessage<Key, Rule>,
): PersonMessage<Key, Rule> {
  return { ...template, body: unwrapped(template.body) }
}

/** Declares a mail that has words only: one to staff or to subscribers, or a translation. */
export function mail<const Key extends string>(template: MessageTemplate<Key>): MessageTemplate<Key> {
  return { ...template, body: unwrapped(template.body) }
}
