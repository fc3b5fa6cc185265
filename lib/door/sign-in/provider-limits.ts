import { deviceProof, knownDevice } from '@/lib/auth/session-token'
import { type Allowance, consume, giveBack } from '@/lib/store/database/limits'
import { giveBackShares, type Share, takeShares } from '../answer/network-limits'
import type { Caller } from './caller'

/** In a quarter of an hour, from one network: sent to the provider, come back without being let in, words that claim to be its own. */
const WINDOW_S = 15 * 60
const sent: Share = { what: 'single-sign-on:sent', most: 300, seconds: WINDOW_S }
const refused: Share = { what: 'single-sign-on:refused', most: 60, seconds: WINDOW_S }
const words: Share = { what: 'provider-logout', most: 600, seconds: WINDOW_S }

/** Stands for everybody at the provider in the device cookie, as nobody is known before they come back. */
const AT_PROVIDER = 'single sign-on'

/** The name of a browser that has come in by single sign-on before, else null. */
const cameBefore = ({ device }: Caller): string | null => knownDevice(AT_PROVIDER, device)

/** What a browser keeps that has come in by single sign-on: from then on it has tries of its own, no matter what its network does. */
export const proofOfComing = (caller: Caller): string =>
  deviceProof(AT_PROVIDER, cameBefore(caller) ?? undefined)

const ownKey = ({ what }: Share, device: string) => `${what}:${device}`

function count(share: Share, caller: Caller): Promise<Allowance> {
  const device = cameBefore(caller)
  return device
    ? consume(ownKey(share, device), share.most, share.seconds)
    : takeShares([share], caller.address)
}

/** Counts somebody who is to be sent to the provider. */
export const countSending = (caller: Caller): Promise<Allowance> => count(sent, caller)

/** Counts somebody who comes back from the provider, before it is known whether they are let in. */
export const countReturn = (caller: Caller): Promise<Allowance> => count(refused, caller)

/** Somebody who came back was let in: only those who aren't count. */
export function giveBackReturn(caller: Caller): Promise<void> {
  const device = cameBefore(caller)
  return device ? giveBack(ownKey(refused, device)) : giveBackShares([refused], caller.address)
}

/** Counts what is said to be the provider's word that a session has ended, before it is looked at. */
export const countProvidersWord = ({ address }: Caller): Promise<Allowance> => takeShares([words], address)
