import { isIP } from 'node:net'

/** Where mail is handed over. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS whenever the server offers it. */
  secure: boolean
  auth?: { user: string; pass: string }
  /** A certificate proves nothing about this very machine, and development sinks have none that is valid. */
  checkCertificate: boolean
}

const isThisMachine = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Reads SMTP_URL: `smtp://user:password@host:port`, or `smtps://…` for TLS from the start. */
export function mailServer(smtpUrl: string): MailServer {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    checkCertificate: !isThisMachine(host),
  }
}
