import { describe, expect, test } from 'vitest'
import { findMessage, messages } from '@/emails'
import type { MessageTemplate } from '@/emails/types'
import { builtIn, wordingProblems } from '@/lib/door/mail/templates'
import { keptOf } from '@/lib/mail/left-out'
import { fillForEditing, type MessageValues, renderEdited } from '@/lib/mail/render'
import { isLink } from '@/lib/mail/template'

const examples = (template: MessageTemplate): MessageValues =>
  Object.fromEntries(Object.entries(template.variables).map(([name, { example }]) => [name, example]))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The text that the composer shows, without what a variable left in it. */
function without(template: MessageTemplate, name: string): { subject: string; body: string } {
  const { subject, body } = fillForEditing(template, examples(template))
  const value = examples(template)[name] ?? ''
  const words = isLink(name) ? [`{{ ${name} }}`] : [value].flat().map(String)
  const take = (text: string) => words.reduce((left, part) => left.replaceAll(part, ''), text)
  return { subject: take(subject).trim() || 'Subject', body: take(body) }
}

describe.each(messages.map(template => ({ key: template.key, template })))('$key', ({ template }) => {
  const values = examples(template)
  test('as the composer shows it, it can be sent', () => {
    const { subject, body } = fillForEditing(template, values)
    expect(renderEdited(subject, body, values, template)).not.toHaveProperty('missing')
  })
  test('what it needs can’t be taken out in the composer', () => {
    for (const name of keptOf(template.variables)) {
      const { subject, body } = without(template, name)
      const refused = renderEdited(subject, body, values, template)
      expect(refused, name).toMatchObject({ problem: 'left-out', missing: expect.arrayContaining([name]) })
      const hidden = `${body}\n{% if nothing %}{{ ${name} }}{% endif %}`
      const scope = { ...values, nothing: '' }
      expect(renderEdited(subject, hidden, scope, template), `${name}, hidden`).toHaveProperty('missing')
    }
  })
  test('no required variable can be taken out of its template', () => {
    const { subject, body } = template
    for (const [name, { required }] of Object.entries(template.variables)) {
      const pattern = new RegExp(`\\{\\{-?\\s*${escaped(name)}\\s*-?\\}\\}`, 'g')
      const loop = new RegExp(`\\{% for (\\w+) in ${escaped(name)} %\\}[^]*?\\{% endfor %\\}`, 'g')
      const take = (text: string) => text.replace(loop, '').replace(pattern, '')
      const problems = wordingProblems(template, { subject: take(subject), body: take(body) })
      if (required) expect(problems.body, name).toContain(`{{ ${name} }}`)
    }
    expect(wordingProblems(template, { subject, body })).toEqual({})
  })
})

test('what asks for an answer in time needs its link and its last day, and the questions', () => {
  for (const template of messages.filter(({ rule }) => 'window' in rule))
    expect(keptOf(template.variables), template.key).toEqual(
      expect.arrayContaining(['link', 'window_ends_on']),
    )
  for (const level of ['medium', 'high'] as const) {
    const { variables } = findMessage(`${level}-risk-gitlab-account-verification-question`)
    expect(keptOf(variables)).toContain('questions')
  }
})

test('a letter in free words has its link in the frame, once', () => {
  const template = findMessage('general-reply')
  const values = examples(template)
  const sent = renderEdited('About it', 'Only what I wrote.', values, template)
  if ('missing' in sent) throw new Error('blocked')
  expect(sent.body).toBe('Only what I wrote.')
  expect(sent.text).toMatch(/^Only what I wrote\.\n\nhttps:\/\/privacy\.example\/r\/3f9cB2\n/)
  expect(sent.html.match(/href="https:\/\/privacy\.example\/r\/3f9cB2"/g)).toHaveLength(1)
  const twice = renderEdited('About it', 'See {{ link }}', values, template)
  expect('text' in twice && twice.text.match(/\/r\/3f9cB2/g)).toHaveLength(1)
})

test('a condition that may not hold doesn’t count as saying it', () => {
  const template = builtIn('request-closed', 'en')
  if (!template) throw new Error('no such message')
  const body = template.body.replaceAll(
    '{{ request_type }}',
    '{% if ask_again %}{{ request_type }}{% endif %}',
  )
  expect(wordingProblems(template, { subject: template.subject, body }).body).toContain('{{ request_type }}')
})
