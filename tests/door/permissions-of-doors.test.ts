import { describe, expect, test } from 'vitest'
import { roles, type StaffActor } from '@/lib/core/people/actor'
import { retryDue, retryJob } from '@/lib/door/due/retry-parked'
import { proposeLawClocks } from '@/lib/door/handbook/law-clocks'
import { previewClocks, previewDefault } from '@/lib/door/handbook/law-preview'
import {
  applyProposal,
  propose,
  proposeSetting,
  proposeTemplate,
  withdrawProposal,
} from '@/lib/door/handbook/proposals'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { logOffChannel } from '@/lib/door/off-channel/off-channel'
import { openForEntry, openFromTicket } from '@/lib/door/off-channel/open-request'
import { openFollowUp } from '@/lib/door/run/follow-up'
import { submitRequest } from '@/lib/door/run/submit'
import { saveOrganisation, savePublished, saveWorkLinks } from '@/lib/door/staff/handbook'
import {
  acknowledgeDeletions,
  acknowledgeSuppression,
  saveRiskPolicy,
  saveTeamAddresses,
} from '@/lib/door/staff/organisation'
import { addPerson, changeRole, sendPasswordLink, setDisabled } from '@/lib/door/staff/people'
import { endPersonsSessions, letPersonConnect, resetSecondFactor } from '@/lib/door/staff/people-sign-in'
import { applyRight, withdrawRight } from '@/lib/door/staff/rights'
import { saveSecondFactorRoles, saveSessionEnds } from '@/lib/door/staff/sign-in-rules'
import { giveToken, revokeToken } from '@/lib/door/staff/tokens'
import { checkSystem } from '@/lib/door/systems/check-system'
import { removeSystem, saveSystem } from '@/lib/door/systems/save-system'
import { shownSystem, shownSystems } from '@/lib/door/systems/shown-systems'
import { announceChanges } from '@/lib/door/usage/announce'
import { saveMinimumGroup } from '@/lib/door/usage/minimum-group'
import { openJourney } from '@/lib/door/usage/open-journey'
import { rotateKey } from '@/lib/door/usage/rotate'
import { saveServicePing } from '@/lib/door/usage/service-ping'
import { writeNote } from '@/lib/door/usage/write-note'
import { createWebhook, removeWebhook, replayDelivery, sendTest } from '@/lib/door/webhooks/webhooks'
import { staffOf } from '../factories/staff'
import { aWorld } from '../factories/world'
import { inOrder, letters, toldWhoAsks } from '../support/permission-letters'

const { db } = await aWorld()
await db.connectedSystem.create({ data: { key: 'walked', kind: 'none', name: 'Walked', settings: {} } })

const nothing = {}
/** What is shown to those who may see it, as a door's answer. */
const shown = (found: unknown) => (found === null ? { ok: false, reason: 'not-allowed' } : { ok: true })
const doors: Readonly<
  Record<
    string,
    readonly [string, (actor: StaffActor, id: string) => Promise<{ ok: boolean; reason?: string }>]
  >
> = {
  'due/retry-parked retryDue': ['PA', (actor, id) => retryDue(actor, 'windows', 'none', id)],
  'due/retry-parked retryJob': ['PA', (actor, id) => retryJob(actor, '0', id)],
  'handbook/law-preview previewClocks': ['P', async actor => shown(await previewClocks(actor, 'gdpr', null))],
  'handbook/law-preview previewDefault': ['P', async actor => shown(await previewDefault(actor, 'gdpr'))],
  'handbook/law-clocks proposeLawClocks': ['P', (actor, id) => proposeLawClocks(actor, nothing, id)],
  'off-channel/off-channel logOffChannel': ['SP', (actor, id) => logOffChannel(actor, nothing, id)],
  'off-channel/change-entry changeEntry': [
    'SP',
    (actor, id) => changeEntry(actor, 'none', 'solve', nothing, id),
  ],
  'off-channel/open-request openForEntry': ['SP', (actor, id) => openForEntry(actor, 'none', nothing, id)],
  'off-channel/open-request openFromTicket': ['SP', (actor, id) => openFromTicket(actor, nothing, id)],
  'run/follow-up openFollowUp': ['SP', (actor, id) => openFollowUp(actor, 'none', id)],
  'handbook/proposals proposeTemplate': ['P', (actor, id) => proposeTemplate(actor, nothing, id)],
  'handbook/proposals proposeSetting': ['P', (actor, id) => proposeSetting(actor, nothing, id)],
  'handbook/proposals propose': [
    'P',
    (actor, id) => propose(actor, 'edit-handbook', `walk/${actor.role}`, [], 'Walked', id),
  ],
  'handbook/proposals applyProposal': ['P', (actor, id) => applyProposal(actor, 'none', id)],
  'handbook/proposals withdrawProposal': ['P', (actor, id) => withdrawProposal(actor, 'none', id)],
  'staff/handbook savePublished': ['P', (actor, id) => savePublished(actor, ['no-type'], id)],
  'staff/handbook saveOrganisation': ['P', (actor, id) => saveOrganisation(actor, nothing, id)],
  'staff/handbook saveWorkLinks': ['P', (actor, id) => saveWorkLinks(actor, { zendesk: 'no link' }, id)],
  'staff/organisation saveRiskPolicy': ['P', (actor, id) => saveRiskPolicy(actor, nothing, id)],
  'staff/organisation saveTeamAddresses': ['A', (actor, id) => saveTeamAddresses(actor, { privacy: 7 }, id)],
  'staff/organisation acknowledgeSuppression': [
    'P',
    (actor, id) => acknowledgeSuppression(actor, new Date(0), id),
  ],
  'staff/organisation acknowledgeDeletions': ['P', (actor, id) => acknowledgeDeletions(actor, 0, id)],
  'staff/tokens giveToken': ['A', (actor, id) => giveToken(actor, nothing, id)],
  'staff/tokens revokeToken': ['A', (actor, id) => revokeToken(actor, 'none', id)],
  'staff/people-sign-in endPersonsSessions': ['A', (actor, id) => endPersonsSessions(actor, 'none', id)],
  'staff/people-sign-in resetSecondFactor': ['A', (actor, id) => resetSecondFactor(actor, 'none', id)],
  'staff/people-sign-in letPersonConnect': ['A', (actor, id) => letPersonConnect(actor, 'none', id)],
  'staff/sign-in-rules saveSecondFactorRoles': [
    'A',
    (actor, id) => saveSecondFactorRoles(actor, nothing, id),
  ],
  'staff/sign-in-rules saveSessionEnds': ['A', (actor, id) => saveSessionEnds(actor, nothing, id)],
  'staff/rights applyRight': ['PA', (actor, id) => applyRight(actor, 'none', id)],
  'staff/rights withdrawRight': ['PA', (actor, id) => withdrawRight(actor, 'none', id)],
  'staff/people addPerson': ['A', (actor, id) => addPerson(actor, nothing, id)],
  'staff/people changeRole': ['A', (actor, id) => changeRole(actor, 'none', 'admin', id)],
  'staff/people setDisabled': ['A', (actor, id) => setDisabled(actor, 'none', true, id)],
  'staff/people sendPasswordLink': ['A', (actor, id) => sendPasswordLink(actor, 'none', id)],
  'systems/save-system saveSystem': ['A', (actor, id) => saveSystem(actor, 'x', nothing, id)],
  'systems/save-system removeSystem': ['A', (actor, id) => removeSystem(actor, 'none', id)],
  'systems/check-system checkSystem': ['A', actor => checkSystem(actor, 'none')],
  'systems/shown-systems shownSystems': ['A', async actor => shown(await shownSystems(actor))],
  'systems/shown-systems shownSystem': ['A', async actor => shown(await shownSystem(actor, 'walked'))],
  'usage/minimum-group saveMinimumGroup': ['P', (actor, id) => saveMinimumGroup(actor, nothing, id)],
  'usage/open-journey openJourney': ['P', (actor, id) => openJourney(actor, nothing, id)],
  'usage/write-note writeNote': ['SPA', (actor, id) => writeNote(actor, nothing, id)],
  'run/submit submitRequest': [
    'SP',
    (actor, id) => submitRequest(actor, nothing, { commandId: id, source: 'api' }),
  ],
  'usage/announce announceChanges': ['P', (actor, id) => announceChanges(actor, nothing, id)],
  'usage/rotate rotateKey': ['P', (actor, id) => rotateKey(actor, nothing, id)],
  'webhooks/webhooks createWebhook': ['A', (actor, id) => createWebhook(actor, nothing, id)],
  'webhooks/webhooks removeWebhook': ['A', (actor, id) => removeWebhook(actor, 'none', id)],
  'webhooks/webhooks replayDelivery': ['A', (actor, id) => replayDelivery(actor, 'none', id)],
  'webhooks/webhooks sendTest': ['A', (actor, id) => sendTest(actor, 'none', id)],
  'usage/service-ping saveServicePing': ['A', (actor, id) => saveServicePing(actor, { on: 7 }, id)],
}

/** Doors that are walked elsewhere, that show one thing to those who may see it, or that show nothing of a request. */
const walkedElsewhere: readonly string[] = [
  'files/attach attachFile', // tests/door/attach*.test.ts
  'files/download downloadForStaff',
  'files/download handOut',
  'run/context contextForPage', // the clock and the organisation's rules for a dry run; nothing of a request
  'run/run runRequestCommand', // tests/door/api-permissions.test.ts
  'run/run runTaskCommand',
  'run/run runInternalCommand',
  'staff/changing mayDo',
  'staff/denied logDenied',
  'staff/trace-access traceAccess',
  'mail/templates previewWording',
]

describe('every door, against every role', () => {
  test('is listed', () => {
    const listed = [...Object.keys(doors), ...walkedElsewhere]
    expect(toldWhoAsks('door').filter(name => !listed.includes(name))).toEqual([])
  })
  test.each(Object.entries(doors))('%s', async (name, [who, run]) => {
    const may = []
    for (const role of roles) {
      const done = await run(staffOf(role), `walk:${name}:${role}`)
      if (done.ok || done.reason !== 'not-allowed') may.push(letters[role])
    }
    expect(inOrder(may)).toBe(who)
  })
})
