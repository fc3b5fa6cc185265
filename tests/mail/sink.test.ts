import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, expect, test } from 'vitest'
import { startSink } from '@/lib/mail/sink'
import { freePort } from '../../scripts/postgres.mjs'

const folder = mkdtempSync(join(tmpdir(), 'habeas-sink-'))
// As an earlier version left it.
chmodSync(folder, 0o755)
const sink = await startSink(folder, await freePort())
afterAll(async () => {
  await sink.stop()
  rmSync(folder, { recursive: true })
})

const send = (subject: string) =>
  nodemailer.createTransport(sink.smtpUrl).sendMail({
    from: 'privacy@habeas.example',
    to: 'robin@example.test',
    subject,
    text: 'Confirm here: http://localhost:3000/r/abc?x=1&y=2 <b>not bold</b>',
    html: '<a href="http://localhost:3000/r/abc">Confirm</a><script>alert(1)</script>',
  })

test('mails are kept, and listed with the newest first', async () => {
  await send('The first <i>mail</i>')
  await send('The second')
  expect(readdirSync(folder).filter(name => name.endsWith('.eml'))).toHaveLength(2)
  const list = await (await fetch(sink.pageUrl)).text()
  expect(list.indexOf('The second')).toBeLessThan(list.indexOf('The first'))
  expect(list).toContain('robin@example.test')
  expect(list).not.toContain('<i>')
})

test('nobody else on the machine can read them', () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777
  expect(modeOf(folder)).toBe(0o700)
  for (const name of readdirSync(folder)) expect(modeOf(join(folder, name))).toBe(0o600)
})

test('a mail shows its text with links, and its HTML where nothing can run', async () => {
  const list = await (await fetch(sink.pageUrl)).text()
  const path = /href="(\/mail\/[^"]+)"/.exec(list)?.[1] ?? ''
  const page = await (await fetch(sink.pageUrl + path)).text()
  expect(page).toContain('<a href="http://localhost:3000/r/abc?x=1&amp;y=2">')
  expect(page).toContain('&lt;b&gt;not bold')
  expect(page).toMatch(/<iframe sandbox="allow-popups[^"]*" src="\/html\//)
  expect(page).not.toContain('<script>')
  const html = await fetch(sink.pageUrl + path.replace('/mail/', '/html/'))
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
})

test.each(['/mail/../../../etc/passwd', '/mail/nothing', '/html/%2e%2e%2fsecrets', '/other'])(
  'there is no %s',
  async path => {
    expect((await fetch(sink.pageUrl + path)).status).toBe(404)
  },
)
