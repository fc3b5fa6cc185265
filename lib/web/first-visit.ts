import { get, type Server } from 'node:http'

const HERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/** Where a server that listens can be reached from this machine. */
function addressOf(server: Server): string | undefined {
  const bound = server.address()
  if (!bound || typeof bound === 'string') return undefined
  const address = HERE[bound.address] ?? bound.address
  return `http://${address.includes(':') ? `[${address}]` : address}:${bound.port}/`
}

/**
 * Opens the start page once, so that what the first page needs is loaded before anybody is told to come. Asks not to be
 * counted. Settles with the answer, even a bad one: what is wrong with a page is in the log already.
 */
export function firstVisit(server: Server): Promise<void> {
  const address = addressOf(server)
  if (!address) return Promise.resolve()
  return new Promise(resolve => {
    get(address, { headers: { dnt: '1' }, agent: false }, answer => {
      answer.resume().once('close', () => resolve())
    }).once('error', () => resolve())
  })
}
