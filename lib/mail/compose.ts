import MailComposer from 'nodemailer/lib/mail-composer'

export interface Letter {
  from: string
  to: string
  subject: string
  text: string
  html?: string | undefined
  /** Of a mail to a list: the address that takes the reader off it. */
  unsubscribe?: string | undefined
  /** With its angle brackets. */
  mailId: string
  date: Date
}

/** How a mail program offers to leave a list: by its page, and over https by one click (RFC 2369, RFC 8058). */
const leaving = (address: string | undefined): Record<string, string> =>
  address === undefined
    ? {}
    : {
        'List-Unsubscribe': `<${address}>`,
        ...(address.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      }

/**
 * The mail as it goes over the wire. The same letter gives the same bytes at every attempt, so that a
 * receiver who got it twice can tell.
 */
export async function compose(letter: Letter): Promise<Buffer> {
  const mail = new MailComposer({
    from: letter.from,
    // As an object, so that nothing in it is read as a list, a group or a name.
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: letter.mailId,
    date: letter.date,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // What Exchange looks at in its place. Reports of mails that didn't arrive are still wanted.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...leaving(letter.unsubscribe),
    },
    baseBoundary: letter.mailId.replace(/[^\w-]/g, '').slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return await mail.compile().build()
}
