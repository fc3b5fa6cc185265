import { describe, expect, it } from 'vitest'
import { findMessage, findStaffMail, messages, publicMails, staffMails } from '@/emails'
import type { MessageTemplate } from '@/emails/types'
import {
  fillForEditing,
  listVariables,
  type MessageValues,
  renderEdited,
  renderMessage,
} from '@/lib/mail/render'

const examples = (template: MessageTemplate): MessageValues =>
  Object.fromEntries(Object.entries(template.variables).map(([name, { example }]) => [name, example]))

function rendered(template: MessageTemplate, values: MessageValues = {}) {
  const result = renderMessage(template, { ...examples(template), ...values })
  if ('missing' in result) throw new Error(`${template.key} is blocked: ${JSON.stringify(result)}`)
  return result
}

function edited(subject: string, body: string, values: MessageValues = {}, template?: MessageTemplate) {
  const result = renderEdited(subject, body, values, template)
  if ('missing' in result) throw new Error(`blocked: ${JSON.stringify(result)}`)
  return result
}

/** Every tag in the HTML, so that a test sees any that doesn't come from the layout. */
const tags = (html: string) => [...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(found => found[1])
const KNOWN_TAGS = /^(!doctype|html|head|meta|title|style|body|table|tr|td|p|a|br|ul|ol|li)$/

const reply = findMessage('general-reply')
const received = findMessage('request-received')
const fulfilled = findMessage('request-fulfilled')

describe.each([...messages, ...staffMails, ...publicMails])('$key', template => {
  it('renders with its examples, in both parts, with nothing left unfilled', () => {
    const { subject, text, html, body } = rendered(template)
    for (const part of [subject, text, html, body]) {
      expect(part).not.toMatch(/\{\{|\{%|undefined|\[object|[\uE000\uE001]/)
      expect(part.trim()).not.toBe('')
    }
    expect(text).not.toMatch(/\n{3}/)
    expect(tags(html).filter(tag => !KNOWN_TAGS.test(tag ?? ''))).toEqual([])
    // That nothing was done is said in place of what was done.
    const { nothing_done, ...said } = examples(template)
    const all = said.done_items ? said : { ...said, ...(nothing_done && { nothing_done }) }
    for (const value of Object.values(all).flat()) expect(subject + text).toContain(String(value))
  })

  it('is blocked, naming the variable, when one that it needs is missing or blank', () => {
    for (const [name, { required, example }] of Object.entries(template.variables)) {
      const { [name]: _, ...rest } = examples(template)
      const blocked = { missing: [name], problem: 'missing' }
      if (!required) expect(renderMessage(template, rest)).not.toHaveProperty('missing')
      else expect(renderMessage(template, rest)).toEqual(blocked)
      if (required && typeof example === 'string') {
        expect(renderMessage(template, { ...rest, [name]: ' \n' })).toEqual(blocked)
      }
    }
  })
})

describe('structure', () => {
  it('makes a button of a link alone on its line, and a bare address in text', () => {
    const { text, html } = rendered(received)
    expect(text.split('\n')).toContain('https://privacy.example/r/8aQ1xZ')
    expect(html).toMatch(
      /<a href="https:\/\/privacy\.example\/r\/8aQ1xZ"[^>]*>See and confirm the request<\/a>/,
    )
    expect(html.match(/href=/g)).toHaveLength(1)
  })

  it('keeps the secret address out of the words that are shown later', () => {
    const { body } = rendered(received)
    expect(body).not.toContain('https://')
    expect(body).toContain('[See and confirm the request]')
    expect(rendered(findMessage('project-export-self-serve')).body).toContain('https://docs.gitlab.com/')
  })

  it('makes lists, numbered where the order matters', () => {
    expect(rendered(fulfilled).html).toMatch(/<ul[^>]*><li[^>]*>Deleted the GitLab\.com account/)
    const task = rendered(findStaffMail('task-opened'))
    expect(task.html).toMatch(/<ol[^>]*><li[^>]*>Delete groups that block/)
    expect(task.text).toContain(
      '\n1. Delete groups that block the deletion\n2. Delete user and contributions\n',
    )
  })

  it('says nothing of what was not done when there is nothing to say', () => {
    const without = rendered(fulfilled, { not_done_items: [] })
    expect(without.text).not.toContain('not done')
    expect(rendered(received, { consequences: [] }).text).not.toContain('can’t be undone')
  })

  it.each([
    'request-closed',
    'request-refused',
    'failed-verification',
    'no-enterprise-admin-permission-deletion',
    'security-review-denied',
  ] as const)('%s claims that nothing was done only if so', key => {
    const template = findMessage(key)
    expect(rendered(template).text).not.toContain('Nothing was')
    expect(rendered(template).text).toContain('- Deleted the data held in Zendesk')
    expect(rendered(template, { done_items: [] }).text).toContain('Nothing was deleted or handed over.')
    const changed = { done_items: [], nothing_done: 'Nothing was changed.' }
    expect(rendered(template, changed).text).toContain('Nothing was changed.')
    expect(rendered(template, changed).text).not.toContain('deleted')
    const { done_items: _, ...unknown } = examples(template)
    expect(renderMessage(template, unknown)).toEqual({ missing: ['done_items'], problem: 'missing' })
  })

  it.each(['request-closed', 'request-refused'] as const)('%s says what was let be before, and why', key => {
    const template = findMessage(key)
    const not_done_items = ['Your tickets were not deleted: Your company owns them']
    expect(rendered(template, { not_done_items }).text).toMatch(/did not do it.*\n\n- Your tickets were not/)
    expect(rendered(template, { not_done_items: [] }).text).not.toContain('did not do it')
  })

  it('is not fulfilled by nothing: an empty list of deeds blocks', () => {
    expect(renderMessage(fulfilled, { ...examples(fulfilled), done_items: [] })).toMatchObject({
      missing: ['done_items'],
    })
  })

  it('names organisation and reference at the foot, language and direction at the head', () => {
    const { text, html } = rendered(reply, { organisation: 'Acme' })
    expect(text).toMatch(/\n-- \nAcme · PR-2026-7K3M9Q\n$/)
    expect(html).toContain('Acme · PR-2026-7K3M9Q</p>')
    expect(html).toContain('<html lang="en" dir="ltr">')
    expect(rendered({ ...reply, language: 'ar-EG' }).html).toContain('<html lang="ar-EG" dir="rtl">')
  })

  it('gives the same mail for the same request, no matter whom it is about', () => {
    expect(rendered(received, { greeting: 'Hello Robin,', email: 'a@b.example' })).toEqual(rendered(received))
  })
})

// The numbers are those of the list of attacks that the project is tested against.
describe('values are data', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '</p></td><a href="https://evil.example">x</a>',
    "javascript:alert('1')",
    '{{ constructor.constructor("return process")() }}',
    '{{ organisation }}',
    '{% for a in (1..9) %}x{% endfor %}',
    '{% raw %}',
    `\${7*7}`,
    '<%= 7*7 %>',
    '\uE0000\uE001',
  ]

  it.each(payloads)('53, 65: %s stays literal', payload => {
    const { text, html, body } = rendered(reply, { reply: payload, organisation: 'Acme' })
    // The marks that this module works with are private-use signs; in a value they are just signs.
    expect(text).toContain(payload)
    expect(body).toContain(payload)
    expect(tags(html)).toEqual(tags(rendered(reply, { organisation: 'Acme' }).html))
    expect(html.match(/<[^>]+href=/g)).toHaveLength(1)
  })

  it('53: the same in lists and in the subject', () => {
    const evil = '<b>{{ reference }}</b>'
    const done = rendered(fulfilled, { done_items: [evil] })
    expect(done.text).toContain(`- ${evil}`)
    expect(done.html).toContain('&lt;b&gt;{{ reference }}&lt;/b&gt;')
    const task = rendered(findStaffMail('task-opened'), { task_name: evil })
    expect(task.subject).toContain(evil)
    expect(task.html).not.toContain('<b>')
  })

  it('53: markup typed into a template or an edited text is shown, not run', () => {
    const { html, text } = edited('S', '<script>x</script>\n\n<a href="javascript:x">a</a>')
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;')
    expect(html).not.toContain('<a')
    expect(text).toContain('<script>x</script>')
  })

  it('a value can’t make a button, a list or a paragraph', () => {
    const { html } = rendered(reply, { reply: '- item\n\nhttps://evil.example/x\n1. one' })
    expect(html).not.toMatch(/<[uo]l/)
    expect(html).not.toContain('href="https://evil.example')
  })

  it('control signs and direction overrides in values are dropped', () => {
    const { text } = rendered(reply, { reply: 'a\u0000b\u202Ec\u2066d\r\ne\u001B[31m\uD800' })
    expect(text).toContain('abcd\ne[31m\uFFFD')
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://a.example/" onclick="x',
    'https://',
    'http://a b',
    'https://a.example/\nX: y',
  ])('54: a link that is %j is refused', link => {
    expect(renderMessage(reply, { ...examples(reply), link })).toEqual({
      missing: ['link'],
      problem: 'unsafe-link',
    })
  })

  it.each(['\r\nBcc: x@evil.example', '\nX', 'a\rb', 'a\u2028b', 'a\u2029b'])(
    '60: %j in a subject is refused',
    tail => {
      const task = findStaffMail('task-opened')
      const refused = { missing: [], problem: 'line-break' }
      expect(renderMessage(task, { ...examples(task), task_name: `Task${tail}` })).toEqual(refused)
      expect(renderEdited(`S${tail}`, 'Text', {})).toEqual(refused)
    },
  )
})

describe('edited text', () => {
  const values = { reference: 'PR-1', organisation: 'Acme', link: 'https://privacy.example/r/1' }

  it('fills what it knows', () => {
    const mail = edited('About {{ reference }}', 'Text for {{reference}}.\n\n{{ link }}', values, reply)
    expect(mail.subject).toBe('About PR-1')
    expect(mail.text).toContain('Text for PR-1.\n\nhttps://privacy.example/r/1\n')
    expect(mail.html).toContain('>Open the request</a>')
  })

  it.each([
    ['{{ nobody }}', ['nobody']],
    ['{{ constructor }}', ['constructor']],
    ['{{ constructor.constructor }}', ['constructor.constructor']],
    ['{{ __proto__ }} {{ toString }}', ['__proto__', 'toString']],
    ['{{ reference.constructor }}', ['reference.constructor']],
    ['{% if nobody %}x{% endif %}', ['nobody']],
    ['{% for a in nobody %}{{ a }}{% endfor %}', ['nobody']],
  ])('67: %s blocks the sending', (text, missing) => {
    expect(renderEdited('S', text, values)).toEqual({ missing, problem: 'missing' })
    expect(renderEdited(text, 'Text', values)).toEqual({ missing, problem: 'missing' })
  })

  it.each([
    '{{ reference | upcase }}',
    '{{ reference | raw }}',
    '{% include "x" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "x" %}',
    '{% assign a = 1 %}',
    '{% if reference %}',
    '{{ reference',
    '{{ constructor.constructor("return 1")() }}',
    '{% for a in (1..100000000) %}x{% endfor %}',
    '{% for a in items %}{{ a.constructor }}{% endfor %}',
  ])('65: %s is refused', text => {
    expect(renderEdited('S', text, { ...values, items: ['one'] })).toHaveProperty('missing')
  })

  it.each([`\${7*7}`, '<%= 7*7 %>', '#{7*7}', '{ reference }'])('65: %s is only text', text => {
    expect(edited('S', text, values).body).toBe(text)
  })

  it('the composer’s text comes back as it went, and values in it are still data', () => {
    const evil = 'See {{ core_identifier }} and {% if x %}'
    const shown = fillForEditing(reply, { ...values, greeting: 'Hello,', reply: evil })
    expect(shown.missing).toEqual([])
    expect(shown.subject).toBe('About request PR-1')
    expect(shown.body).toContain('{{ link }}')
    const sent = edited(shown.subject, shown.body, { ...values, core_identifier: 'secret' }, reply)
    expect(sent.text).toContain(evil)
    expect(sent.text).not.toContain('secret')
  })

  it('the composer marks what is missing and can’t send it', () => {
    const shown = fillForEditing(fulfilled, { reference: 'PR-1' })
    expect(shown.missing).toEqual(['asked_on', 'done_items', 'greeting', 'request_type'])
    expect(shown.body).toContain('{{ asked_on }}')
    expect(shown.body).toContain('- {{ done_items }}')
    expect(renderEdited(shown.subject, shown.body, { reference: 'PR-1' })).toMatchObject({
      missing: shown.missing,
    })
  })
})

it('lists the variables of a text, each once and sorted', () => {
  expect(
    listVariables(
      '{{ b }} {% for x in a %}{{ x }}{{ forloop.index }}{% endfor %} {{b}}{% if c.size > 0 %}{% endif %}',
    ),
  ).toEqual(['a', 'b', 'c'])
  expect(listVariables('{{ broken')).toEqual([])
})
