/** Which mail server said no to what, as far as it can be said without quoting it. */
export interface Answer {
  /** SMTP command that was answered. */
  command: string
  code: number
  /** The enhanced code, such as 5.1.1. */
  status?: string | undefined
  /** What the words of the answer are about. */
  hint?: Hint | undefined
}

/** What the words of an answer are about, where they say so. The words themselves quote addresses and are kept nowhere. */
export type Hint = 'sender' | 'mailbox' | 'server'

/**
 * Whose trouble an answer is. `server`: it takes nothing from anybody now, or not from us before we sign in · `sender`: it has
 * something against us, such as a quota, a block list or relaying, and every mail may meet the same · `mailbox`: the
 * recipient's · `mail`: this mail's own size or content.
 */
export type Fault = 'server' | 'sender' | 'mailbox' | 'mail'

const SENDER_WORDS = [
  /\brelay(ing)?\b.{0,30}\b(denied|prohibited|(not|n['’]t) (permitted|allowed|authorized|supported))/,
  /\b(not|n['’]t|never) relay\b|\brcpthosts\b/,
  /\b(unable|not (permitted|allowed|authorized)|cannot) to relay\b|\brelay (access|limit)\b/,
  /\b(black|block|deny) ?-?list(ed|ing)?\b|\b(rbl|dnsbl)\b|spamhaus|spamcop|barracuda|sorbs|abuseat|senderscore|reputation/,
  /\b(spf|dkim|dmarc)\b|\b(reverse dns|rdns|ptr) ?(record|lookup)?\b/,
  /\bauth(enticat(e|ion))?\b.{0,30}\b(required|first|needed|failed|failure)|\bmust (be )?(authenticated?|log ?in|issue a starttls)/,
  /\bnot (been )?authenticated\b|\b(tls|encryption)\b.{0,20}\b(required|needed|not available)|\b(pop|imap) before smtp\b/,
  /\bcall(back|out)\b|\bverification failed\b/,
  /\bsender\b.{0,40}\b(rejected|denied|refused|invalid|unverified|verify|verified|not (allowed|permitted|found|exist))/,
  /\b(from|sender|sending) address\b.{0,40}\bnot\b|\bnot verified\b/,
  // Bounded: MOST_SAID, below.
  /\bsender\b.{0,30}\bquota\b|\bquota\b.{0,30}\bsender\b|^\d{3}[ -]\d\.7\.\d+ (?!.*\b(mailbox|user|recipient)\b).*\bquota\b/,
  /\b(your|sender|sending)( \w+)? account\b.{0,40}\b(suspended|disabled|blocked|locked|limited|restricted)\b/,
  /\b(maximum|max) (daily|hourly|monthly) sends\b|\bsend(ing)? limit\b|\bupgrade your (plan|account)\b|\bsandbox\b|\bauthorized recipients\b/,
  /\b(message|mail|e-?mail|connection|sender)\b(?! (address|account)).{0,20}\bblocked\b|\b(due to|by|against|violates) (our |local |security |the )*polic(y|ies)\b/,
  /\bthrottl|\bunusual (sending )?rate\b|\bsending rate\b|\btoo many recipients\b/,
  /\b(limit on|exceed(s|ed)?) the (max(imum)? )?(number of )?(allowed )?(outgoing )?(messages|e-?mails|recipients)\b/,
  /\b(limit on the|maximum|max|number of)( number of)?( allowed)?( outgoing)? (messages|e-?mails|recipients)\b.{0,30}\b(exceed|per)/,
  /\b(daily|hourly|monthly|outbound|outgoing|sending|submission|message|rate)\b.{0,40}\b(quota|limit|threshold)\b/,
  /\b(too many|maximum) (messages|mails|emails|connections|credits)\b|\bsending (is |was |has been )?(paused|disabled|suspended|blocked)/,
  /\b(client host|your (ip|host|server|network|domain|access|message rate)|ip address|\[?(\d{1,3}\.){3}\d{1,3}\]?)\b.{0,60}\b(blocked|banned|listed|rejected|denied|refused|not accepted)/,
]

const MAILBOX_WORDS = [
  /\b(unknown|no such|invalid|inactive|non-?existent|disabled|bad) (local |virtual |destination )?(user|recipient|mailbox|account|address)/,
  /\b(user|recipient|mailbox|account|address|email)\b.{0,60}\b(unknown|not found|not (be )?(exist|valid|available|known|here|active)|does(n['’]t| not) exist|no longer|invalid|disabled|inactive|unavailable|rejected|undeliverable|over quota|full)\b/,
  /\b(over|exceeded?).{0,20}(storage|disk|mailbox) ?(quota|limit|space)?|\b(mail)?box (is )?full\b|\bout of (storage|space)\b|\bover quota\b|\bquota exceeded\b/,
]

/** What is said of a sender where nothing is said of the mailbox. */
const WEAK_SENDER_WORDS = [/\baccess denied\b/, /\badministrative(ly)? prohibit/]

/** What is said of the server itself, to everybody alike. */
const SERVER_WORDS = [
  /\binsufficient (system )?(storage|space|resources)\b|\bout of (system )?(memory|resources)\b|\bdisk full\b/,
  /\btemporary (lookup|local|system) (failure|problem|error)\b|\b(server )?configuration (error|problem)\b/,
  /\b(system|server|service) (is )?(shutting down|overloaded|too busy|not available|unavailable|busy)\b/,
]

/** More than any server has to say; what is behind it isn't looked at. */
const MOST_SAID = 2000
/** Bounded: MOST_SAID. */
const ADDRESS = /<[^>]*>|\S+@\S+/g

/** What the words of an answer are about; addresses in it count for nothing. */
export function hintOf(words: string): Hint | undefined {
  const said = words.slice(0, MOST_SAID).replace(ADDRESS, ' ').toLowerCase()
  if (SENDER_WORDS.some(pattern => pattern.test(said))) return 'sender'
  if (MAILBOX_WORDS.some(pattern => pattern.test(said))) return 'mailbox'
  if (WEAK_SENDER_WORDS.some(pattern => pattern.test(said))) return 'sender'
  return SERVER_WORDS.some(pattern => pattern.test(said)) ? 'server' : undefined
}

/** What an answer says: the enhanced code behind the basic one, or at the end in brackets, as some servers write it. */
export function readAnswer(response: string): Omit<Answer, 'command' | 'code'> & { code?: number } {
  const [, code] = response.match(/^([45]\d\d)(?=\D|$)/) ?? []
  if (code === undefined) return {}
  const [, status = /\(#?([45]\.\d{1,3}\.\d{1,3})\)\s*$/.exec(response)?.[1]] =
    response.match(/^\d{3}[ -][(#]{0,2}([45]\.\d{1,3}\.\d{1,3})\b/) ?? []
  return { code: Number(code), status, hint: hintOf(response) }
}

/** Answers to who hasn't signed in, or not well enough. */
const SIGN_IN = new Set([530, 534, 535, 538])
const ABOUT_A_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA'])

/**
 * Enhanced codes that mean the same everywhere, without class (RFC 3463, 5248, 7372, 7504, 7505; some are large providers' own).
 * Others, above all x.7.1, are used for too much to be believed before the words.
 */
const KNOWN: Readonly<Record<string, Fault>> = {
  '1.1': 'mailbox',
  '1.2': 'mailbox',
  '1.3': 'mailbox',
  '1.6': 'mailbox',
  '1.7': 'sender',
  '1.8': 'sender',
  '1.10': 'mailbox',
  '1.90': 'sender',
  '2.2': 'mailbox',
  '2.3': 'mail',
  '2.252': 'sender',
  '3.1': 'server',
  '3.2': 'server',
  '3.4': 'mail',
  '3.5': 'server',
  '4.4': 'mailbox',
  '4.5': 'sender',
  '7.0': 'sender',
  '7.8': 'sender',
  '7.9': 'sender',
  '7.11': 'sender',
  '7.12': 'sender',
  '7.13': 'sender',
  '7.14': 'sender',
  '7.17': 'mailbox',
  '7.18': 'mailbox',
  '7.54': 'sender',
  '7.57': 'sender',
  '7.60': 'sender',
  '7.64': 'sender',
  '7.124': 'mailbox',
  '7.129': 'mailbox',
  '7.133': 'mailbox',
  '7.134': 'mailbox',
  '7.135': 'mailbox',
  '7.136': 'mailbox',
}

/** What a provider says of a sender that it has turned against: SPF to rate (x.7.20 to x.7.29), and its own from x.7.500 on. */
const isAboutTheSender = (subject: number, detail: number) =>
  subject === 7 && ((detail >= 20 && detail <= 29) || detail >= 500)

/** Where neither the code nor the words say: by the subject of the enhanced code, and what was being said. */
function bySubject(subject: number, detail: number, { command, code }: Answer): Fault {
  const later = code < 500
  switch (subject) {
    case 1:
    case 2:
    case 4:
      return 'mailbox'
    case 5:
      return later || (detail === 0 && command === 'RCPT TO') ? 'mailbox' : 'sender'
    case 6:
      return 'mail'
    case 7:
      // Greylisting says 4.7.1; a filter that has read the mail says 5.7.1 of it.
      return later ? 'mailbox' : command === 'DATA' ? 'mail' : 'sender'
    default:
      return later || command === 'RCPT TO' ? 'mailbox' : 'mail'
  }
}

/** Answers to an argument that can't be read. */
const isSyntax = (code: number) => code === 501 || code === 555

/** Where the answer has a basic code only. */
function byCode({ command, code }: Answer): Fault {
  if (code < 500) return 'mailbox'
  if (command === 'RCPT TO' && isSyntax(code)) return 'mailbox'
  if (code <= 504 || code === 523 || code === 571) return 'sender'
  if (command === 'RCPT TO') return 'mailbox'
  if (code === 552 || command === 'DATA') return 'mail'
  return 'sender'
}

/**
 * Whose trouble a refusal is, which decides who is told and whether the mail waits.
 * @param answer of the mail server, 4xx or 5xx
 */
export function faultOf(answer: Answer): Fault {
  const { command, code } = answer
  if (!ABOUT_A_MAIL.has(command) || code === 421 || SIGN_IN.has(code)) return 'server'
  const fault = ofMail(answer)
  // No mailbox of a recipient was named yet.
  if (command === 'MAIL FROM' && fault === 'mailbox') return code < 500 ? 'server' : 'sender'
  return fault
}

function ofMail(answer: Answer): Fault {
  const { code, status, hint, command } = answer
  const [, subject = 0, detail = 0] = (status ?? '').split('.').map(Number)
  if (status === undefined) return hint ?? byCode(answer)
  // A temporary x.7.0 is what several say to everybody who comes too fast or for the first time.
  const known = KNOWN[`${subject}.${detail}`]
  // A filter that has read the mail, such as Gmail's of attachments.
  if (command === 'DATA' && code === 552 && known !== 'mailbox') return 'mail'
  // How this address is written, where nothing is said of us.
  if (command === 'RCPT TO' && isSyntax(code) && subject === 5 && !hint) return 'mailbox'
  if (known && !(code < 500 && subject === 7)) return known
  if (isAboutTheSender(subject, detail)) return 'sender'
  return hint ?? bySubject(subject, detail, answer)
}
