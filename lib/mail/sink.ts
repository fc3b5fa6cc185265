import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { type KeptMail, listPage, mailPage } from './sink-page'

/** The pages list at most this many mails. */
const SHOWN = 200

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'"
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox"

export interface Sink {
  /** What `SMTP_URL` should be. */
  smtpUrl: string
  /** Where a person reads the mail. */
  pageUrl: string
  stop(): Promise<void>
}

const names = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.eml'))
    .sort()
    .reverse()

async function read(folder: string, id: string): Promise<KeptMail | undefined> {
  if (!names(folder).includes(`${id}.eml`)) return undefined
  return { id, mail: await PostalMime.parse(readFileSync(join(folder, `${id}.eml`))) }
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere must not read the mail by pointing its own name at this machine.
  const local = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')
  const [, kind, id = ''] = /^\/(?:(mail|html)\/([\w-]+))?$/.exec(request.url ?? '') ?? ['', 'none']
  const kept = local && id ? await read(folder, id) : undefined
  const send = (status: number, policy: string, body: string) => {
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    response.end(body)
  }
  if (!local || kind === 'none' || (id && !kept)) return send(404, POLICY, 'There is no such mail.')
  if (!kept) {
    const mails = await Promise.all(
      names(folder)
        .slice(0, SHOWN)
        .map(name => read(folder, name.slice(0, -4))),
    )
    return send(200, POLICY, listPage(mails.filter(mail => mail !== undefined)))
  }
  if (kind === 'html') return send(200, MAIL_POLICY, `<base target="_blank">${kept.mail.html ?? ''}`)
  return send(200, POLICY, mailPage(kept))
}

/** Listens on the first free port from `from` on. */
async function listen(from: number, attempt: (port: number) => Promise<void>): Promise<number> {
  for (let port = from; ; port++) {
    try {
      await attempt(port)
      return port
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken || port > from + 200) throw error
    }
  }
}

const opened = (
  server: { once(event: 'error', fn: (error: Error) => void): unknown },
  start: (done: () => void) => void,
) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    start(resolve)
  })

/**
 * Stands in for a mail server during development: takes every mail, keeps it as `folder/*.eml`, and shows
 * them on a small page. Both listen on this machine only.
 * @param nearPort the page gets the first free port after it
 */
export async function startSink(folder: string, nearPort: number): Promise<Sink> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // It may be one of an earlier start.
  chmodSync(folder, 0o700)
  let count = 0
  const makeSmtp = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anybody' }),
      onData: (stream, _session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          count += 1
          const name = `${Date.now()}-${String(count).padStart(6, '0')}`
          // Under its name only when it is whole, for those who watch the folder.
          writeFileSync(join(folder, `${name}.part`), Buffer.concat(parts), { mode: 0o600 })
          renameSync(join(folder, `${name}.part`), join(folder, `${name}.eml`))
          done()
        })
      },
    })
  let smtp = makeSmtp()
  const web = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.writeHead(500).end('This mail could not be read.'))
  })
  const pagePort = await listen(nearPort + 1, port =>
    opened(web, done => web.listen(port, '127.0.0.1', done)),
  )
  const smtpPort = await listen(pagePort + 1, port => {
    smtp = makeSmtp()
    return opened(smtp, done => smtp.listen(port, '127.0.0.1', done))
  })
  // A client that hangs up halfway is its own trouble; it sends again.
  smtp.on('error', () => undefined)
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    pageUrl: `http://localhost:${pagePort}`,
    stop: async () => {
      web.closeAllConnections()
      await Promise.all([
        new Promise<void>(resolve => web.close(() => resolve())),
        new Promise<void>(resolve => smtp.close(() => resolve())),
      ])
    },
  }
}
