import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { compose } from '@/lib/mail/compose'
import { deliver, outcomeOf, retryInSeconds } from '@/lib/mail/deliver'
import { lookAt } from '@/lib/mail/probe'
import { mailServer } from '@/lib/mail/server'
import { smtpSink } from '../support/smtp'

const letter = {
  from: 'Privacy <privacy@habeas.test>',
  to: 'ada@customer.test',
  subject: 'Hello',
  text: 'Hello',
  mailId: '<1@habeas.test>',
  date: new Date('2026-11-21T12:00:00Z'),
}
const signal = new AbortController().signal
const beforeData = async () => undefined

test('where the server offers STARTTLS, the password and the mail travel encrypted', async () => {
  const seen: { secure: boolean; user?: string; password?: string }[] = []
  const server = new SMTPServer({
    logger: false,
    onAuth: (auth, session, done) => {
      seen.push({ secure: session.secure, user: auth.username ?? '', password: auth.password ?? '' })
      done(null, { user: auth.username })
    },
    onData: (stream, session, done) => {
      seen.push({ secure: session.secure })
      stream.resume().on('end', () => done())
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const bound = server.server.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  const url = `smtp://desk%40habeas.test:p%2Fss@127.0.0.1:${port}`
  expect(await deliver(letter, mailServer(url), { beforeData, signal })).toEqual({ result: 'accepted' })
  expect(seen).toEqual([{ secure: true, user: 'desk@habeas.test', password: 'p/ss' }, { secure: true }])
  await new Promise<void>(resolve => server.close(resolve))
})

test.each([
  [
    'smtp://mail.test',
    { host: 'mail.test', port: 587, secure: false, needsTls: true, checkCertificate: true },
  ],
  [
    'smtps://mail.test',
    { host: 'mail.test', port: 465, secure: true, needsTls: true, checkCertificate: true },
  ],
  [
    'smtp://mail.test:25?tls=optional',
    { host: 'mail.test', port: 25, secure: false, needsTls: false, checkCertificate: false },
  ],
  [
    'smtp://localhost:1025',
    { host: 'localhost', port: 1025, secure: false, needsTls: false, checkCertificate: false },
  ],
  ['smtp://[::1]:1025', { host: '::1', port: 1025, secure: false, needsTls: false, checkCertificate: false }],
])('%s', (url, server) => {
  expect(mailServer(url)).toEqual(server)
})

const demanding = { secure: false, needsTls: true, checkCertificate: true, auth: { user: 'desk', pass: 'p' } }

test('where TLS is demanded and the server offers none, neither the password nor a mail leaves', async () => {
  const sink = await smtpSink()
  const server = { ...demanding, host: '127.0.0.1', port: sink.port }
  expect(await deliver(letter, server, { beforeData, signal })).toEqual({
    result: 'deferred',
    problem: 'unavailable no-tls',
  })
  for (const answer of ['502 5.5.1 what?', '454 4.7.0 TLS not available']) {
    sink.says = { STAR: answer }
    expect(await deliver(letter, server, { beforeData, signal })).toEqual({
      result: 'deferred',
      problem: 'unavailable no-tls',
    })
  }
  sink.says = { EHLO: '502 5.5.1 what?' }
  expect(await deliver(letter, server, { beforeData, signal })).toMatchObject({ result: 'deferred' })
  expect(sink.mails).toEqual([])
  expect(sink.heard.filter(line => /^(AUTH|MAIL|RCPT|DATA)/i.test(line))).toEqual([])
  sink.says = {}
  expect(await lookAt(server)).toBe('no-tls')
  const optional = { ...server, needsTls: false, checkCertificate: false }
  sink.says = {}
  expect(await deliver(letter, optional, { beforeData, signal })).toEqual({ result: 'accepted' })
  await sink.close()
})

test.each([false, true])(
  'a certificate that proves nothing is refused; TLS from the start: %s',
  async secure => {
    const heard: string[] = []
    const server = new SMTPServer({
      logger: false,
      secure,
      onAuth: (auth, _session, done) => {
        heard.push(auth.username ?? '')
        done(null, { user: auth.username })
      },
      onData: (stream, _session, done) => {
        heard.push('mail')
        stream.resume().on('end', () => done())
      },
    })
    server.on('error', () => undefined)
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    const bound = server.server.address()
    const port = bound && typeof bound === 'object' ? bound.port : 0
    const asked = { ...demanding, secure, host: '127.0.0.1', port }
    expect(await deliver(letter, asked, { beforeData, signal })).toEqual({
      result: 'deferred',
      problem: 'unavailable bad-certificate',
    })
    expect(heard).toEqual([])
    await new Promise<void>(resolve => server.close(resolve))
  },
)

test.each([
  ['https://habeas.test/off', 'List-Unsubscribe=One-Click'],
  ['http://habeas.test/off', undefined],
])('a mail to a list says how to leave it: %s', async (unsubscribe, click) => {
  const raw = (await compose({ ...letter, unsubscribe })).toString()
  expect(raw.match(/^List-Unsubscribe: (.+)\r$/m)?.[1]).toBe(`<${unsubscribe}>`)
  expect(raw.match(/^List-Unsubscribe-Post: (.+)\r$/m)?.[1]).toBe(click)
  expect((await compose(letter)).toString()).not.toContain('List-Unsubscribe')
})

test('without a mail server, mail waits', async () => {
  expect(await deliver(letter, undefined, { beforeData, signal })).toEqual({
    result: 'deferred',
    problem: 'unavailable no-server',
  })
})

test('when the database fails just before the message, the error comes out and nothing has left', async () => {
  const sink = await smtpSink()
  const failing = async () => {
    throw new Error('database is gone')
  }
  await expect(deliver(letter, mailServer(sink.url), { beforeData: failing, signal })).rejects.toThrow(
    'database is gone',
  )
  expect(sink.mails).toEqual([])
  await sink.close()
})

test('an address that no mail can go to is never tried, and comes back with that reason', async () => {
  const sink = await smtpSink()
  const to = '"hanako suzuki"@mobile.example.org'
  for (const server of [mailServer(sink.url), undefined])
    expect(await deliver({ ...letter, to }, server, { beforeData, signal })).toEqual({
      result: 'bounced',
      problem: 'unmailable',
      reason: 'unmailable',
    })
  expect(sink.mails).toEqual([])
  await sink.close()
})

test('a subject or a name with a line break becomes no second header', async () => {
  const sink = await smtpSink()
  const evil = {
    ...letter,
    subject: 'Hi\r\nBcc: eve@evil.test',
    from: 'Privacy\r\nCc: eve@evil.test <privacy@habeas.test>',
  }
  await deliver(evil, mailServer(sink.url), { beforeData, signal })
  expect(sink.mails[0]?.recipients).toEqual(['ada@customer.test'])
  expect(sink.mails[0]?.raw).not.toMatch(/^(Bcc|Cc):/im)
  await sink.close()
})

test('a dot on a line of its own neither ends the message nor disappears', async () => {
  const sink = await smtpSink()
  await deliver({ ...letter, text: 'one\n.\ntwo' }, mailServer(sink.url), { beforeData, signal })
  expect(sink.mails).toHaveLength(1)
  expect(sink.mails[0]?.raw).toMatch(/one\r\n\.\.\r\ntwo/)
  await sink.close()
})

test('a message sent in full and not answered is uncertain, no matter what broke', () => {
  for (const errorCode of ['ETIMEDOUT', 'ECONNRESET', 'ABORTED', 'ESOCKET']) {
    expect(outcomeOf({ accepted: false, complete: true, command: 'DATA', errorCode }).result).toBe(
      'uncertain',
    )
    expect(outcomeOf({ accepted: false, complete: false, command: 'DATA', errorCode }).result).toBe(
      'deferred',
    )
  }
})

test('421 is about the server wherever it is said; 5xx bounces only what is about the mail', () => {
  const answer = (command: string, code: number) =>
    outcomeOf({ accepted: false, complete: false, command, code }).result
  expect(answer('RCPT TO', 421)).toBe('deferred')
  expect(answer('RCPT TO', 550)).toBe('bounced')
  expect(answer('CONN', 554)).toBe('deferred')
  expect(answer('MAIL FROM', 530)).toBe('deferred')
  expect(answer('AUTH PLAIN', 535)).toBe('deferred')
})

test('retries come after 1, 2, 4 … 60 minutes', () => {
  expect([1, 2, 3, 6, 7, 100].map(attempt => retryInSeconds(attempt) / 60)).toEqual([1, 2, 4, 32, 60, 60])
})
