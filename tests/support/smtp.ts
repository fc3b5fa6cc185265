import { EventEmitter, once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import PostalMime from 'postal-mime'

/** What the server does to the next connections. */
export type Behaviour =
  | 'accept'
  /** Accepts the connection and never says a word. */
  | 'hang-at-greeting'
  | 'greet-421'
  | 'rcpt-450'
  | 'rcpt-550'
  /** Never answers RCPT TO: the sender is stuck before any data. */
  | 'hang-at-rcpt'
  /** Says 354 and hangs up in the same breath. */
  | 'drop-at-data'
  /** Has the whole message, the final dot included, and hangs up without an answer. */
  | 'drop-after-dot'
  /** Has the whole message and never answers. */
  | 'hang-after-dot'
  | 'dot-451'
  | 'dot-554'
  | 'auth-535'

export interface ReceivedMail {
  from: string
  recipients: string[]
  /** As it came over the wire: its lines break anywhere, so look for words below. */
  raw: string
  /** Its header, each field in one line. */
  head: string
  subject: string
  text: string
  html: string
  /** Subject, text and HTML, as a reader has them. */
  words: string
  mailId: string
  /** Whether the server took responsibility by a 250. */
  accepted: boolean
}

export interface SmtpSink {
  url: string
  port: number
  behaviour: Behaviour
  /** Its answer to each command that begins so, in place of the usual one: `{ RCPT: '550 5.4.5 Daily limit' }`. */
  says: Readonly<Record<string, string>>
  /** Every command, in the order of their arrival. */
  heard: string[]
  /** Complete messages in the order of their arrival, accepted or refused. */
  mails: ReceivedMail[]
  connections: number
  /** Awaited after a message is complete, before the answer. */
  beforeAnswer: (() => Promise<void>) | undefined
  /** Awaited when the first byte of a message has arrived. */
  onFirstByte: (() => Promise<void>) | undefined
  /** Resolves when a connection gets to this point: `greeting`, `rcpt`, `dot`. */
  reached(point: 'greeting' | 'rcpt' | 'dot'): Promise<void>
  accepted(): ReceivedMail[]
  /** Complete messages to an address, accepted or refused. */
  mailsTo(address: string): ReceivedMail[]
  close(): Promise<void>
}

/** Tokens of the links to a request's page in what a mail says. */
export const linkTokensIn = (text: string): string[] =>
  [...text.matchAll(/\/r\/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g)].map(([, token = '']) => token)

const address = (line: string) => line.match(/<([^>]*)>/)?.[1] ?? ''

/** A mail server at the socket whose misbehaviour is chosen by the test. Listens again on `port` when given. */
export async function smtpSink(port = 0): Promise<SmtpSink> {
  const events = new EventEmitter().setMaxListeners(0)
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    sink.connections++
    converse(socket, sink, events)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (!bound || typeof bound !== 'object') throw new Error('no port')
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${bound.port}`,
    port: bound.port,
    behaviour: 'accept',
    says: {},
    heard: [],
    mails: [],
    connections: 0,
    beforeAnswer: undefined,
    onFirstByte: undefined,
    reached: async point => {
      await once(events, point)
    },
    accepted: () => sink.mails.filter(mail => mail.accepted),
    mailsTo: address => sink.mails.filter(({ recipients }) => recipients.includes(address)),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return sink
}

function converse(socket: Socket, sink: SmtpSink, events: EventEmitter): void {
  const behaviour = sink.behaviour
  const say = (line: string) => socket.writable && socket.write(`${line}\r\n`)
  let from = ''
  let recipients: string[] = []
  let inData = false
  let begun = false
  let pending = ''

  const complete = async (raw: string) => {
    const mailId = raw.match(/^Message-ID: (\S+)/im)?.[1] ?? ''
    const { subject = '', text = '', html = '' } = await PostalMime.parse(raw)
    const head = (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n\s/g, ' ')
    const words = [subject, text, html].join('\n')
    const mail = { from, recipients, raw, head, subject, text, html, words, mailId, accepted: false }
    sink.mails.push(mail)
    events.emit('dot')
    if (sink.says['.']) return say(sink.says['.'])
    if (behaviour === 'drop-after-dot') return socket.destroy()
    if (behaviour === 'hang-after-dot') return
    await sink.beforeAnswer?.()
    if (behaviour === 'dot-451') return say(`451 4.3.0 try ${recipients[0]} later`)
    if (behaviour === 'dot-554') return say(`554 5.7.1 spam for ${recipients[0]}`)
    mail.accepted = true
    say('250 2.0.0 taken')
  }

  const command = (line: string) => {
    sink.heard.push(line)
    const verb = line.slice(0, 4).toUpperCase()
    const told = sink.says[verb]
    if (told) return say(told)
    if (verb === 'EHLO') {
      say('250-sink')
      return say(behaviour === 'auth-535' ? '250 AUTH PLAIN' : '250 8BITMIME')
    }
    if (verb === 'STAR') return say('502 5.5.1 unknown')
    if (verb === 'AUTH') return say('535 5.7.8 wrong password')
    if (verb === 'MAIL') {
      from = address(line)
      recipients = []
      return say('250 2.1.0 fine')
    }
    if (verb === 'RCPT') {
      events.emit('rcpt')
      if (behaviour === 'hang-at-rcpt') return
      if (behaviour === 'rcpt-450') return say(`450 4.2.1 <${address(line)}> is busy`)
      if (behaviour === 'rcpt-550') return say(`550 5.1.1 <${address(line)}> is nobody`)
      recipients.push(address(line))
      return say('250 2.1.5 fine')
    }
    if (verb === 'DATA') {
      if (behaviour === 'drop-at-data') return socket.end('354 go on\r\n')
      inData = true
      begun = false
      return say('354 go on')
    }
    if (verb === 'QUIT') return socket.end('221 bye\r\n')
    say('250 fine')
  }

  const read = async (chunk: string) => {
    pending += chunk
    for (;;) {
      if (inData) {
        if (!begun && pending !== '') {
          begun = true
          await sink.onFirstByte?.()
        }
        const end = pending.indexOf('\r\n.\r\n')
        if (end < 0) return
        const raw = pending.slice(0, end + 2)
        pending = pending.slice(end + 5)
        inData = false
        await complete(raw)
        continue
      }
      const end = pending.indexOf('\r\n')
      if (end < 0) return
      const line = pending.slice(0, end)
      pending = pending.slice(end + 2)
      command(line)
    }
  }

  let reading = Promise.resolve<unknown>(undefined)
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    reading = reading.then(() => read(chunk))
  })
  events.emit('greeting')
  if (behaviour === 'hang-at-greeting') return
  say(behaviour === 'greet-421' ? '421 4.3.2 closed for today' : '220 sink')
}
