/** What to do about a mail server with which no mail can be encrypted, by the word that is kept of it. */
const words: Readonly<Record<string, string>> = {
  'no-tls':
    'It offers no encryption (STARTTLS), and neither the password nor a mail is sent in clear. Switch TLS on there, or use its smtps:// address; where the connection is safe anyway, ?tls=optional behind SMTP_URL lets mail leave without.',
  'bad-certificate':
    'Its certificate proves nothing: it may have expired, be for another name, or come from an authority that this machine doesn’t know (NODE_EXTRA_CA_CERTS names more). Where the connection is safe anyway, ?tls=optional behind smtp:// lets mail leave all the same.',
}

/** In words for who runs the mail server; null for any other answer of it. */
export const tlsWords = (answer: string): string | null =>
  Object.hasOwn(words, answer) ? (words[answer] ?? null) : null
