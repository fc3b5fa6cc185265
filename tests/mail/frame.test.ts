import { describe, expect, it } from 'vitest'
import { findMessage, messages } from '@/emails'
import { findFrame } from '@/emails/frame'
import { renderEdited, renderMessage } from '@/lib/mail/render'

describe('below every mail to a person', () => {
  const { requester, others } = findFrame('en')
  const values = { page_link: 'https://privacy.example/my/link' }
  it.each(messages.map(({ key }) => key))('%s says where to answer, and that nobody reads replies', key => {
    const template = findMessage(key)
    const examples = Object.fromEntries(
      Object.entries(template.variables).map(([name, { example }]) => [name, example]),
    )
    const mail = renderMessage(template, { ...examples, ...values }, requester)
    if ('missing' in mail) throw new Error(mail.missing.join())
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('read replies to this mail')
      expect(part).toContain('https://privacy.example/my/link')
    }
    expect(mail.body, 'it isn’t part of what was said').not.toContain('read replies to this mail')
  })
  it('is there also where staff have rewritten the text', () => {
    const mail = renderEdited('Hello', 'When did you open the account?', values, undefined, requester)
    if ('missing' in mail) throw new Error(mail.missing.join())
    expect(mail.text).toMatch(/When did you open the account\?\n\nWe don’t read replies.*my\/link/s)
  })
  it('an address that has no page is sent to the link of its mail', () => {
    expect(others).toContain('use the link above')
    expect(others).not.toContain('page_link')
  })
})
