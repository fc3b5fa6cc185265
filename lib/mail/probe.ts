import { once } from 'node:events'
import { connect } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailServer } from './server'
import { tlsTrouble } from './smtp'

/** What a look at the mail server found; `no-tls` and `bad-certificate` only where TLS is demanded. */
export type ServerLook = 'answers' | 'silent' | 'no-tls' | 'bad-certificate'

const PATIENCE_MS = 5000

async function isListening({ host, port }: MailServer): Promise<boolean> {
  const socket = connect({ host, port, timeout: PATIENCE_MS })
  const answered = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'timeout').then(() => false),
  ]).catch(() => false)
  socket.destroy()
  return answered
}

/** Connects to the mail server and encrypts the way to it, without signing in or sending anything. Never throws. */
export async function lookAt(server: MailServer): Promise<ServerLook> {
  if (!server.needsTls) return (await isListening(server)) ? 'answers' : 'silent'
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure,
    tls: { rejectUnauthorized: server.checkCertificate },
    connectionTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    logger: false,
  })
  return await new Promise<ServerLook>(resolve => {
    const fail = (error: unknown) => resolve(tlsTrouble(error) ?? 'silent')
    connection.on('error', fail)
    connection.on('end', () => resolve('silent'))
    connection.connect(error => (error ? fail(error) : resolve('answers')))
  }).finally(() => connection.close())
}
