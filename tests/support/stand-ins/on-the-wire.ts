import type { Doing, Effects, Subject } from '@/lib/systems/contract'
import { makeWire, type Wire } from '@/lib/systems/wire'
import type { FaultKind } from './stand-in'

/** The real wire to a stand-in, with nothing shared about it. */
export const wireTo = (host: string, { name = 'The system', patienceMs = 30_000 } = {}): Wire =>
  makeWire({
    name,
    allowed: [host],
    patienceMs,
    traffic: { enter: async () => undefined, leave: async () => undefined },
  })

/** Everything that goes wrong between two machines. What a fault is called, and what it does. */
export const faults: readonly (readonly [string, FaultKind])[] = [
  ['is cut off', { kind: 'truncate' }],
  ['is HTML', { kind: 'html' }],
  ['is empty', { kind: 'empty' }],
  ['breaks off before', { kind: 'reset' }],
  ['breaks off after', { kind: 'reset-after' }],
  ['says 429', { kind: 'status', status: 429, body: 'Retry later', headers: { 'retry-after': '7' } }],
  ['says 500', { kind: 'status', status: 500, body: '{}' }],
  ['says 503', { kind: 'status', status: 503, body: 'down' }],
  ['says 401', { kind: 'status', status: 401, body: '{}' }],
  ['says 400', { kind: 'status', status: 400, body: '{}' }],
  ['is a 404 of a proxy', { kind: 'status', status: 404, body: '<h1>Not found</h1>' }],
  ['leads elsewhere', { kind: 'redirect', to: 'http://127.0.0.1:1/' }],
]

export const subjectOf = (some: Partial<Subject> = {}): Subject => ({
  accountId: null,
  username: null,
  emails: ['ada@example.com'],
  forumUsername: null,
  ...some,
})

const NOON = new Date('2031-05-06T12:00:00Z')

/** What an act is given. @param minutes how long ago its step was begun */
export const doingOf = (effects: Effects, some: Partial<Doing> = {}, minutes = 0): Doing => ({
  subject: subjectOf(),
  effects,
  now: NOON,
  begunAt: new Date(NOON.getTime() - minutes * 60_000),
  signal: new AbortController().signal,
  keepFile: async () => ({ ok: false, words: 'No file is expected.' }),
  deletionList: async () => null,
  ...some,
})
