import type { Email } from 'postal-mime'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, character => escapes[character] ?? character)

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
a{color:LinkText}li{margin-block:.5rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}small{opacity:.7}
iframe{inline-size:100%;block-size:36rem;border:1px solid GrayText;border-radius:6px;background:#fff}`

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style><body>${body}</body></html>`
}

export interface KeptMail {
  id: string
  mail: Email
}

const addresses = (mail: Email) => (mail.to ?? []).map(address => address.address ?? address.name).join(', ')

/** The list of mails, newest first. */
export function listPage(mails: readonly KeptMail[]): string {
  const rows = mails.map(
    ({ id, mail }) =>
      `<li><a href="/mail/${escaped(id)}">${escaped(mail.subject || '(no subject)')}</a><br>
<small>to <bdi>${escaped(addresses(mail))}</bdi> · ${escaped(mail.date ?? '')}</small></li>`,
  )
  const body =
    rows.length === 0
      ? '<p>No mail yet. Every mail that Habeas sends appears here.</p>'
      : `<ul>${rows.join('')}</ul>`
  return page(
    'Mail',
    `<h1>Mail</h1><p>Nothing leaves this machine: this is where mail lands during development.</p>${body}`,
  )
}

/** Addresses in plain text become links; the text around them stays text. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('')
}

/** One mail: its text, and its HTML in a frame that can run nothing. */
export function mailPage({ id, mail }: KeptMail): string {
  const html = mail.html
    ? `<h2>As HTML</h2><iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/html/${escaped(id)}" title="The mail as HTML"></iframe>`
    : ''
  return page(
    mail.subject ?? 'Mail',
    `<p><a href="/">All mail</a></p><h1>${escaped(mail.subject ?? '(no subject)')}</h1>
<p><small>to <bdi>${escaped(addresses(mail))}</bdi> · from <bdi>${escaped(mail.from?.address ?? '')}</bdi></small></p>
<pre>${linked(mail.text ?? '')}</pre>${html}`,
  )
}
