import { describe, expect, test } from 'vitest'
import { type Fault, faultOf, readAnswer } from '@/lib/mail/fault'

/** What a server says to a command, as it stands on the wire. */
function faultIn(command: string, line: string): Fault {
  const { code = 0, ...said } = readAnswer(line)
  return faultOf({ command, code, ...said })
}

describe('the mailbox’s: this mail comes back, or waits for this mailbox', () => {
  test.each([
    ['RCPT TO', '550 5.1.1 <a@b.test>: Recipient address rejected: User unknown in relay recipient table'],
    ['RCPT TO', '550 5.1.1 The email account that you tried to reach does not exist.'],
    ['RCPT TO', '550 5.2.1 The email account that you tried to reach is disabled.'],
    ['RCPT TO', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'],
    ['RCPT TO', '550 5.4.1 Recipient address rejected: Access denied.'],
    ['RCPT TO', '550 5.5.0 Requested action not taken: mailbox unavailable'],
    ['RCPT TO', '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup'],
    ['RCPT TO', '552 5.2.2 Over quota'],
    ['RCPT TO', '452 4.2.2 The email account that you tried to reach is over quota'],
    ['RCPT TO', '450 4.2.1 The user you are trying to contact is receiving mail at a rate'],
    ['RCPT TO', '451 4.7.1 Greylisting in action, please come back later'],
    ['RCPT TO', '450 4.7.0 Try again later'],
    ['RCPT TO', '550 No such user here'],
    ['RCPT TO', '550 <daily.sending.limit@b.test> unknown recipient'],
    ['RCPT TO', '550 5.7.1 Unknown user'],
    ['RCPT TO', '550'],
    ['RCPT TO', '451'],
    ['RCPT TO', '550 #5.1.0 Address rejected.'],
    ['RCPT TO', '550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission'],
    ['RCPT TO', '550 Quota exceeded'],
    ['RCPT TO', '552 Requested mail action aborted: exceeded storage allocation'],
    ['RCPT TO', '553 Requested action not taken: mailbox name not allowed'],
    ['RCPT TO', '554 delivery error: dd This user doesn’t have an account'],
    ['RCPT TO', '556 5.1.10 Recipient address has a null MX'],
    ['RCPT TO', '501 5.1.3 Bad recipient address syntax'],
    ['RCPT TO', '501 Syntax error in parameters'],
    ['RCPT TO', '555 5.5.2 Syntax error'],
    ['RCPT TO', '550 User suspended'],
    ['RCPT TO', '550 This account is disabled'],
    ['RCPT TO', '550 5.7.1 Unknown user, see our policy'],
    ['RCPT TO', '554 5.4.4 Unable to route'],
    ['RCPT TO', '450 4.1.1 <a@b.test>: Recipient address rejected: unverified address'],
    ['DATA', '552 5.2.2 Mailbox full'],
    ['DATA', '451 4.3.0 Try later'],
  ])('%s: %s', (command, line) => expect(faultIn(command, line)).toBe('mailbox'))
})

describe('the sender’s: all mail waits', () => {
  test.each([
    ['RCPT TO', '550 5.4.5 Daily user sending limit exceeded'],
    ['RCPT TO', '550 5.4.5 Daily SMTP relay limit exceeded for user'],
    [
      'RCPT TO',
      '550 5.1.90 Your message can’t be sent because you’ve reached your daily limit for recipients',
    ],
    ['RCPT TO', '554 5.7.1 <a@b.test>: Relay access denied'],
    ['RCPT TO', '550 5.7.1 Relaying denied. Proper authentication required.'],
    ['RCPT TO', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'],
    ['RCPT TO', '550 5.7.1 Service unavailable, Client host [192.0.2.7] blocked using Spamhaus'],
    ['RCPT TO', '550 5.7.606 Access denied, banned sending IP [192.0.2.7]'],
    ['RCPT TO', '450 4.7.500 Server busy. Please try again later'],
    ['RCPT TO', '550 5.7.1 Command rejected'],
    ['RCPT TO', '554 Relay not permitted'],
    ['RCPT TO', '550 relay not permitted'],
    ['RCPT TO', '550 Your IP is listed in our DNSBL'],
    ['RCPT TO', '550 we do not relay'],
    ['RCPT TO', '553 sorry, that domain isn’t in my list of allowed rcpthosts (#5.7.1)'],
    ['RCPT TO', '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.'],
    ['RCPT TO', '550 Callback setup failed while verifying the sender'],
    ['RCPT TO', '550-Verification failed for <office@corp.test>'],
    ['RCPT TO', '550 SMTP AUTH is required for this operation'],
    ['RCPT TO', '550 TLS required'],
    ['RCPT TO', '550 Access denied'],
    ['RCPT TO', '550 Administrative prohibition'],
    ['RCPT TO', '550 5.4.6 Unusual sending rate detected'],
    ['RCPT TO', '550 5.7.1 Quota exceeded'],
    ['RCPT TO', '550 The limit on the number of allowed outgoing messages was exceeded'],
    ['RCPT TO', '550 You have exceeded the maximum number of emails per day'],
    ['RCPT TO', '550 Domain has exceeded the max emails per hour (100/100) allowed. Message discarded.'],
    ['RCPT TO', '452 Too many recipients received this hour'],
    ['DATA', '454 Throttling failure: Maximum sending rate exceeded.'],
    ['DATA', '550 5.7.1 [192.0.2.7] Our system has detected an unusual rate of unsolicited mail'],
    ['DATA', '554 Sending address not accepted due to spam filter'],
    ['RCPT TO', '503 5.5.4 Error: send AUTH first'],
    ['RCPT TO', '503 This mail server requires authentication'],
    ['RCPT TO', '451 4.7.1 You have exceeded your hourly sending quota'],
    ['RCPT TO', '450 Too many messages, slow down'],
    ['RCPT TO', '454 4.7.0 Temporary authentication failure'],
    ['RCPT TO', '454 TLS not available due to temporary reason'],
    ['RCPT TO', '550 Your account has been suspended'],
    ['RCPT TO', '550 sender account suspended'],
    ['RCPT TO', '550 Maximum daily sends reached'],
    ['RCPT TO', '550 Send limit reached for this account'],
    ['RCPT TO', '550 Plan limit reached: upgrade your plan'],
    [
      'RCPT TO',
      '550 Sandbox subdomains are for test purposes only. Please add the address to authorized recipients',
    ],
    ['RCPT TO', '554 Email rejected due to security policies'],
    ['RCPT TO', '550 Message was blocked by server'],
    ['RCPT TO', '571 Delivery not authorized, message refused'],
    ['RCPT TO', '523 Encryption requested'],
    ['RCPT TO', '500 Command not recognized'],
    ['MAIL FROM', '550 5.7.1 Sender address rejected: not owned by user'],
    ['MAIL FROM', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
    ['MAIL FROM', '553 5.1.8 Domain of sender address does not exist'],
    ['MAIL FROM', '550 User unknown'],
    ['MAIL FROM', '554 Message rejected: Email address is not verified.'],
    ['DATA', '550 5.7.26 This mail has been blocked because the sender is unauthenticated.'],
    ['DATA', '550-5.7.25 The IP address sending this message does not have a PTR record'],
    ['DATA', '554 5.7.1 Message rejected due to DMARC policy'],
    ['DATA', '554 5.2.252 SendAsDenied'],
  ])('%s: %s', (command, line) => expect(faultIn(command, line)).toBe('sender'))
})

describe('the server’s: it takes nothing now', () => {
  test.each([
    ['CONN', '554 5.3.2 No service'],
    ['CONN', '421 4.3.2 Closed'],
    ['RCPT TO', '421 4.7.0 Try again later, closing connection'],
    ['AUTH PLAIN', '535 5.7.8 Username and Password not accepted'],
    ['AUTH PLAIN', '454 4.7.0 Too many login attempts'],
    ['MAIL FROM', '530 5.7.0 Must issue a STARTTLS command first'],
    ['MAIL FROM', '530 5.7.1 Authentication required'],
    ['MAIL FROM', '452 4.3.1 Insufficient system storage'],
    ['RCPT TO', '452 4.3.1 Insufficient system storage'],
    ['RCPT TO', '452 Requested action not taken: insufficient system storage'],
    ['RCPT TO', '451 4.3.0 Temporary lookup failure'],
    ['RCPT TO', '451 4.3.5 Server configuration error'],
    ['RCPT TO', '451 Temporary local problem - please try later'],
    ['DATA', '451 4.3.2 System not accepting network messages'],
  ])('%s: %s', (command, line) => expect(faultIn(command, line)).toBe('server'))
})

describe('the mail’s own: it comes back', () => {
  test.each([
    ['MAIL FROM', '552 5.3.4 Message size exceeds fixed limit'],
    ['MAIL FROM', '552 Message too large'],
    ['DATA', '554 5.7.1 Spam message rejected'],
    ['DATA', '552 5.7.0 This message was blocked because its content presents a potential security issue'],
    ['DATA', '552 Attachment type not allowed'],
    ['DATA', '554 5.6.0 Message content rejected'],
    ['DATA', '554 Transaction failed'],
    ['DATA', '552 5.2.3 Message exceeds maximum fixed size'],
  ])('%s: %s', (command, line) => expect(faultIn(command, line)).toBe('mail'))
})

test.each([
  ['an address that never ends', 'a'],
  ['brackets that never end', '<'],
  ['a refusal', 'sender quota '],
])('a server that answers with a megabyte of %s is read at once', (_what, piece) => {
  expect(readAnswer(`550 5.7.1 ${piece.repeat(1_000_000)}`).code).toBe(550)
})
