import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findMessage, findStaffMail, isMessageKey, messages, publicMails, staffMails } from '@/emails'
import { mail } from '@/emails/message'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { isLanguage } from '@/lib/core/intake/languages'
import { listVariables } from '@/lib/mail/render'

// The names as the handbook spells them; everything else about a message is free, these are not.
const HANDBOOK = `Request Received
No Account Found
Duplicate Request
Medium Risk GitLab Account Verification Question
High Risk GitLab Account Verification Question
Reminder
Failed Verification
Blocked Account Deletion Request
Security Review Requested
Security Review Complete
Security Review Denied
Account Already Deleted
On Hold
Enterprise User
No Enterprise Admin Permission-Deletion
Enterprise User Access Not Available
Documents Needed
Authority Not Established
Security Notice
Embargoed Country
Project Export Self-Serve
Project Export Complete
Files Ready
Deadline Extended
Request Refused
Request Closed
Request Fulfilled`.split('\n')

const kebab = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const all = [...messages, ...staffMails, ...publicMails]

describe('the set of messages', () => {
  it('has every message of the handbook under its name and key', () => {
    const known = new Map(messages.map(message => [message.name, message.key]))
    for (const name of HANDBOOK) expect(known.get(name), name).toBe(kebab(name))
  })

  it.each(all)('spells the key of $name as its name', ({ key, name }) => {
    expect(key).toBe(kebab(name))
  })

  it.each(readdirSync('emails').filter(folder => /^[a-z]{2}$/.test(folder)))(
    'lists every file of the language %s in its index',
    language => {
      const files = readdirSync(`emails/${language}`).filter(name => name !== 'index.ts')
      const index = readFileSync(`emails/${language}/index.ts`, 'utf8')
      const unlisted = files.filter(name => !index.includes(`from './${name.replace('.ts', '')}'`))
      expect(unlisted, `add to emails/${language}/index.ts`).toEqual([])
      expect(isLanguage(language), 'add it to lib/core/intake/languages.ts').toBe(true)
      expect(readFileSync('emails/index.ts', 'utf8')).toContain(`from '@/emails/${language}/index'`)
    },
  )

  it('gives the core a rule for each message', () => {
    const keys = messages.map(({ key }) => key)
    expect([...messageRules.keys()].toSorted()).toEqual(keys.toSorted())
  })

  it('finds messages by key, and says them in English where a language has none', () => {
    expect(findMessage('reminder').key).toBe('reminder')
    expect(findMessage('reminder', 'EN-gb').language).toBe('en')
    expect(findMessage('reminder', 'xx')).toBe(findMessage('reminder'))
    expect(findMessage('reminder', '__proto__')).toBe(findMessage('reminder'))
    expect(findStaffMail('task-opened').name).toBe('Task Opened')
  })

  it('knows its keys from anything else', () => {
    expect(isMessageKey('files-ready')).toBe(true)
    for (const other of ['task-opened', 'constructor', '__proto__', ''])
      expect(isMessageKey(other)).toBe(false)
  })
})

describe.each(all)('$name', template => {
  const { subject, body, variables } = template

  it('uses exactly the variables that it lists', () => {
    const used = new Set([...listVariables(subject), ...listVariables(body)])
    expect([...used].sort()).toEqual(Object.keys(variables).sort())
  })

  it('explains each variable and gives an example of it', () => {
    for (const { about, example, onlySometimes } of Object.values(variables)) {
      expect(about.length).toBeGreaterThan(10)
      if (onlySometimes) continue
      expect(Array.isArray(example) ? example.length : String(example).length).toBeGreaterThan(0)
    }
  })

  it('says things plainly, kindly and briefly', () => {
    const words = `${subject}\n${body}`
    expect(words).not.toContain('!')
    expect(words).not.toMatch(
      /\b(thanks?|pursuant|hereby|herein|aforementioned|please be advised|failed to|dear)\b/i,
    )
    expect(words).not.toMatch(/\bdata subject\b|\bcontroller\b|\bGDPR\b/i)
    expect(body.length).toBeLessThan(1_300)
    expect(subject.length).toBeLessThan(90)
  })

  it('keeps a paragraph on one line, so that a line break is meant', () => {
    const broken = body.split('\n').filter((line, at, lines) => {
      const next = lines[at + 1]
      return /^[A-Z]/.test(line) && next !== undefined && /^[A-Za-z]/.test(next)
    })
    expect(broken).toEqual([])
  })
})

describe('what messages tell', () => {
  it.each(messages)('names the reference in the subject of $name', ({ subject }) => {
    expect(subject).toContain('{{ reference }}')
  })

  it('takes nothing from the person where the mailbox may belong to somebody else', () => {
    const ours = [
      'reference',
      'organisation',
      'request_type',
      'asked_on',
      'confirm_link',
      'link',
      'consequences',
      // By the type, and by how they act: words of ours, never theirs.
      'bereaved',
      'acting',
      'no_questions',
      // By the law alone.
      'due_on',
      'overdue',
      'more_time',
    ]
    for (const key of ['request-received', 'access-link', 'security-notice'] as const) {
      const { variables } = findMessage(key)
      expect(Object.keys(variables).filter(name => !ours.includes(name))).toEqual([])
    }
  })

  it('says in the first mail what will be destroyed, and that ignoring it is safe', () => {
    const { body, variables } = findMessage('request-received')
    expect(body).toContain('{{ confirm_link }}')
    expect(body).toMatch(/ignore this message[^\n]*7 days/)
    expect(variables.consequences).toMatchObject({ required: true, emptyAllowed: true })
  })

  it('says in the first mail that an answer is late where it is', () => {
    const { body } = findMessage('request-received')
    expect(body).toMatch(
      /{% if overdue %}\nOur answer was due by.*{% else %}\nAfter you confirm.*We will answer by/s,
    )
  })

  it('never tells which detail or answer was wrong, or how risky somebody looks', () => {
    expect(findMessage('no-account-found').body).not.toMatch(
      /(email|username) (was|is|does|did|has)(n’t| not)/i,
    )
    expect(Object.keys(findMessage('failed-verification').variables)).toEqual([
      // By who asked, and by the type alone.
      'acting',
      'bereaved',
      'reference',
      'greeting',
      'request_type',
      // What was done for them already, which never says what a search found.
      'done_items',
      // By the type alone, too.
      'nothing_done',
      // By the type alone.
      'ask_again',
      'link',
    ])
    for (const level of ['medium', 'high'] as const) {
      const { subject, body } = findMessage(`${level}-risk-gitlab-account-verification-question`)
      expect(subject + body).not.toMatch(/risk|medium|high|rating/i)
    }
  })

  it('names in the fulfilled message only what was done', () => {
    const { body } = findMessage('request-fulfilled')
    expect(body).not.toMatch(/deleted|erased|sent|exported/i)
    expect(body).toContain('{% for item in done_items %}')
  })

  it('speaks of the account, not of your account, where somebody may have died', () => {
    const shared = [
      'request-received',
      'no-account-found',
      'documents-needed',
      'authority-not-established',
      'request-fulfilled',
      'failed-verification',
      'high-risk-gitlab-account-verification-question',
      'medium-risk-gitlab-account-verification-question',
      'account-already-deleted',
    ] as const
    for (const key of shared) expect(findMessage(key).body).not.toMatch(/your (account|data|projects)/i)
  })

  it('tells the ground when it refuses; the way to complain is added on sending, to every message that declines', () => {
    expect(findMessage('request-refused').variables).toMatchObject({ ground: { required: true } })
    for (const { key, body } of messages.filter(({ key }) => key !== 'appeal-answered'))
      if (key !== 'deadline-extended') expect(body, key).not.toMatch(/complain|court/)
  })

  it('says when the person will hear, and how we check, as soon as a request has come in', () => {
    const { body } = findMessage('request-received')
    expect(body).toContain('After you confirm, we check the request. We will answer by {{ due_on }}.')
    expect(body).toContain('we ask a few questions about the account.')
  })

  it('says that a record of the request is kept once it is done', () => {
    expect(findMessage('request-fulfilled').body).toContain('We keep a record of your request')
  })

  it('claims nothing to have been done before somebody decided, but what was', () => {
    for (const key of ['request-refused', 'request-closed'] as const) {
      expect(findMessage(key).body).toContain('Until then, only this was done:')
      expect(findMessage(key).body).not.toContain('Before we stopped')
    }
  })

  it('says what was done before in the same lines, written once, in every mail that ends a request early', () => {
    const files = readdirSync('emails', { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    )
    const saying = files.filter(name => readFileSync(`emails/${name}`, 'utf8').includes('only this was done'))
    expect(saying).toEqual(['what-was-done.ts'])
    for (const key of [
      'failed-verification',
      'security-review-denied',
      'no-enterprise-admin-permission-deletion',
    ] as const)
      expect(findMessage(key).body).toContain(
        'Before that, only this was done:\n\n{% for item in done_items %}\n- {{ item }}\n{% endfor %}',
      )
  })

  it('puts no personal data into mail to staff', () => {
    const allowed =
      /^(reference|link|link_hours|organisation|task_name|due_on|overdue|entries|late|overdue_link|steps|notice_reason|news|message_name|delivery_state|account_change|account_page)$/
    for (const { variables } of staffMails)
      for (const name of Object.keys(variables)) expect(name).toMatch(allowed)
  })
})

it('joins the wrapped lines of a paragraph and keeps lists, conditions and lone links apart', () => {
  const body = `
    One paragraph
    on two lines.
    {{ link }}
    {% if link %}
    - an item
    that goes on
    - another
    {% endif %}

    End.
  `
  const made = mail({ key: 'k', name: 'K', language: 'en', subject: 's', body, variables: {} })
  expect(made.body).toBe(
    'One paragraph on two lines.\n{{ link }}\n{% if link %}\n- an item that goes on\n- another\n{% endif %}\n\nEnd.',
  )
})
