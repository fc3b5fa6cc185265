import { TLS_OPTIONAL } from '@/lib/env-values'
import { isThisMachine } from '@/lib/this-machine'

/** Where mail is handed over. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; otherwise by STARTTLS. */
  secure: boolean
  /** Nothing leaves in clear, neither the password nor a mail. Without it, TLS is used where the server offers it. */
  needsTls: boolean
  auth?: { user: string; pass: string }
  /** A certificate proves nothing about this very machine, and development sinks have none that is valid. */
  checkCertificate: boolean
}

/**
 * Reads SMTP_URL: `smtp://user:password@host:port`, or `smtps://…` for TLS from the start. TLS is demanded of every other machine,
 * unless the address ends with {@link TLS_OPTIONAL}.
 */
export function mailServer(smtpUrl: string): MailServer {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const needsTls = secure || (url.search !== TLS_OPTIONAL && !isThisMachine(host))
  return {
    host,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    needsTls,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    checkCertificate: needsTls && !isThisMachine(host),
  }
}
