import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Hint, readAnswer } from './fault'
import type { MailServer } from './server'

export interface Timeouts {
  connection: number
  greeting: number
  socket: number
}
export const TIMEOUTS: Timeouts = { connection: 15_000, greeting: 15_000, socket: 60_000 }

/** What happened on the wire, without judging it. */
export type Attempt =
  | { accepted: true }
  | {
      accepted: false
      /** Whether the server may have the whole message: everything up to the final dot was handed over. */
      complete: boolean
      /** SMTP command that failed, `CONN` before there was any. */
      command: string
      /** The server's answer, such as 550 and 5.1.1. Its text is left out: it quotes addresses. */
      code?: number
      status?: string
      /** What its words are about. */
      hint?: Hint
      /** Of the operating system or the mail library, such as ECONNREFUSED; `no-tls`, `bad-certificate`. */
      errorCode?: string
    }

export interface Transmission {
  envelope: { from: string; to: string }
  raw: Buffer
  /** Runs after the server said that it is ready for the message, before its first byte leaves. Nothing leaves when it throws. */
  beforeData(): Promise<void>
  signal: AbortSignal
  timeouts?: Timeouts
}

const textOf = (value: unknown, field: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
  return typeof found === 'string' ? found : undefined
}

/** What OpenSSL and Node say of a certificate that proves nothing. */
const BAD_CERTIFICATE = /certificate|CERT_|altnames/i

/** Reads an error of the connection: `no-tls` or `bad-certificate`, where that is what the connection failed for; nothing was sent then. */
export function tlsTrouble(error: unknown): 'no-tls' | 'bad-certificate' | undefined {
  const words = [textOf(error, 'message'), textOf(error, 'originalCode'), textOf(error, 'code')].join(' ')
  if (BAD_CERTIFICATE.test(words)) return 'bad-certificate'
  const needed = textOf(error, 'command') === 'STARTTLS' || /required STARTTLS/.test(words)
  return needed && !/timeout|ETIMEDOUT/i.test(words) ? 'no-tls' : undefined
}

function failure(error: unknown, { started, complete }: { started: boolean; complete: boolean }): Attempt {
  const noTls = started ? undefined : tlsTrouble(error)
  if (noTls) return { accepted: false, complete, command: 'CONN', errorCode: noTls }
  const { code, status, hint } = readAnswer(textOf(error, 'response') ?? '')
  const errorCode = textOf(error, 'originalCode') ?? textOf(error, 'code')
  return {
    accepted: false,
    complete,
    command: started ? 'DATA' : (textOf(error, 'command') ?? 'CONN'),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(hint !== undefined && { hint }),
    ...(errorCode !== undefined && { errorCode }),
  }
}

const gone = () => new Error('the connection is gone')

/** Lets the server say goodbye, but not for long. */
function leave(connection: SMTPConnection): void {
  const impatience = setTimeout(() => connection.close(), 2000)
  impatience.unref()
  connection.once('end', () => clearTimeout(impatience))
  connection.quit()
}

/**
 * Hands one message to a mail server over a connection of its own, to exactly one recipient.
 * @returns what happened; every trouble with the server or the network is a result, not an error
 * @throws what `beforeData` throws
 */
export function transmit(server: MailServer, mail: Transmission): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    const timeouts = mail.timeouts ?? TIMEOUTS
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: server.needsTls && !server.secure,
      tls: { rejectUnauthorized: server.checkCertificate },
      connectionTimeout: timeouts.connection,
      dnsTimeout: timeouts.connection,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.socket,
      logger: false,
    })
    let started = false
    let complete = false
    let finished = false

    const finish = (settle: () => void) => {
      if (finished) return
      finished = true
      mail.signal.removeEventListener('abort', onAbort)
      settle()
    }
    const fail = (error: unknown) =>
      finish(() => {
        connection.close()
        resolve(failure(error, { started, complete }))
      })
    const onAbort = () => fail({ code: 'ABORTED' })

    const open = () => !finished && connection._socket && connection._socket.writable

    // The final dot follows the end of this stream, so until then the server can't have a whole message;
    // it ends by an error when nothing more may leave, because an ordinary end would be followed by the dot.
    async function* body() {
      try {
        await mail.beforeData()
      } catch (error) {
        finish(() => {
          connection.close()
          reject(error)
        })
      }
      if (!open()) throw gone()
      started = true
      yield mail.raw
      // A server that hung up in the middle is noticed here, while the message is still open.
      await nextTurn()
      await nextTurn()
      if (!open()) throw gone()
      complete = true
    }

    const send = () => {
      const stream = Readable.from(body(), { objectMode: false })
      stream.on('error', fail)
      connection.send(mail.envelope, stream, error => {
        if (error) return fail(error)
        finish(() => {
          leave(connection)
          resolve({ accepted: true })
        })
      })
    }

    connection.on('error', fail)
    connection.on('end', () => fail({ code: 'ECONNECTION' }))
    if (mail.signal.aborted) return onAbort()
    mail.signal.addEventListener('abort', onAbort)
    connection.connect(error => {
      if (error) return fail(error)
      if (!server.auth || !connection.allowsAuth) return send()
      connection.login(server.auth, refused => (refused ? fail(refused) : send()))
    })
  })
}
