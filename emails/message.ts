import type { MessageTemplate } from '@/emails/types'

const LONE_VARIABLE = /^\{\{\s*\w+\s*\}\}$/
const standsAlone = (line: string) =>
  line === '' || line.startsWith('{%') || line.endsWith('%}') || LONE_VARIABLE.test(line)
const startsItem = (line: string) => /^(- |\d+\. |\{\{\s*forloop)/.test(line)

/**
 * Declares a message. Paragraphs may be wrapped in the source to read well there; the lines of one paragraph are
 * joined here, because in a mail, and for the people who edit it, a line break means a line break.
 */
export function message<const Key extends string>(template: MessageTemplate<Key>): MessageTemplate<Key> {
  const lines: string[] = []
  for (const raw of template.body.trim().split('\n')) {
    const line = raw.trim()
    const previous = lines.at(-1)
    if (previous === undefined || standsAlone(previous) || standsAlone(line) || startsItem(line))
      lines.push(line)
    else lines[lines.length - 1] = `${previous} ${line}`
  }
  return { ...template, body: lines.join('\n') }
}
