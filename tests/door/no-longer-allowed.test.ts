import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Role, StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { retryDue, retryJob } from '@/lib/door/due/retry-parked'
import { attachFile } from '@/lib/door/files/attach'
import { receiveForm } from '@/lib/door/files/attach-receive'
import { downloadForStaff } from '@/lib/door/files/download'
import { proposeLawClocks } from '@/lib/door/handbook/law-clocks'
import {
  applyProposal,
  propose,
  proposeSetting,
  proposeTemplate,
  withdrawProposal,
} from '@/lib/door/handbook/proposals'
import { builtIn } from '@/lib/door/mail/templates'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { logOffChannel } from '@/lib/door/off-channel/off-channel'
import { openForEntry, openFromTicket } from '@/lib/door/off-channel/open-request'
import { openFollowUp } from '@/lib/door/run/follow-up'
import { runRequestCommand, runTaskCommand } from '@/lib/door/run/run'
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
import { removeSystem, saveSystem } from '@/lib/door/systems/save-system'
import { announceChanges, waitingChanges } from '@/lib/door/usage/announce'
import { saveMinimumGroup } from '@/lib/door/usage/minimum-group'
import { openJourney } from '@/lib/door/usage/open-journey'
import { rotateKey } from '@/lib/door/usage/rotate'
import { saveServicePing } from '@/lib/door/usage/service-ping'
import { writeNote } from '@/lib/door/usage/write-note'
import { createWebhook, removeWebhook, replayDelivery, sendTest } from '@/lib/door/webhooks/webhooks'
import { currentRiskPolicy } from '@/lib/store/settings/decision-rules'
import { listRights } from '@/lib/store/staff/rights'
import { beginOf } from '@/tests/factories/of-type'
import { staffOf } from '@/tests/factories/staff'
import { aWorld } from '../factories/world'
import { toldWhoAsks } from '../support/permission-letters'

const world = await aWorld()
const { db, sql } = world

/** Somebody who had signed in with this role, and was shut out before what they do now. */
async function gone(role: Role): Promise<StaffActor> {
  const id = randomUUID()
  await db.staff.create({
    data: { id, email: `${id}@cast.example`, name: 'Gone', role, disabledAt: new Date() },
  })
  return staffOf(role, id)
}
/** Somebody who works here, and who proved eleven minutes ago that it is them. */
async function lately(role: Role): Promise<StaffActor> {
  const [id, session] = [randomUUID(), randomUUID()]
  await db.staff.create({ data: { id, email: `${id}@cast.example`, name: 'Late', role } })
  const [expiresAt, confirmedAt] = [60, -11].map(minutes => new Date(Date.now() + minutes * 60_000))
  if (!expiresAt || !confirmedAt) throw new Error('no times')
  await db.staffSession.create({
    data: { id: session, staffId: id, tokenHash: session, expiresAt, confirmedAt },
  })
  return staffActor(id, role, 'browser', session)
}
const cast = async (employ: (role: Role) => Promise<StaffActor>) => ({
  support: await employ('support-engineer'),
  privacy: await employ('privacy'),
  admin: await employ('admin'),
})

const { reference } = await beginOf(world, 'data-access')
const request = await world.get(reference)
const [task] = request.tasks
const closed = (await world.begin()).reference
await sql(
  `update request set state = 'closed', outcome = 'fulfilled', closed_at = now() - interval '20 days' where reference = $1`,
  [closed],
)
const { email, username } = await world.account()
const asked = { email, username, name: 'Robin Example', country: 'DE' }
const entry = async (asksFor: string, answer: string) => {
  const live = staffOf('privacy')
  const done = await logOffChannel(live, { channel: 'mail', asksFor, answer }, randomUUID())
  return (done.ok && done.id) || ''
}
const exportEntry = await entry('data-export', 'open-export')
const proposal = async (key: string, value: unknown) => {
  const done = await proposeSetting(staffOf('privacy'), { key, value, note: 'x' }, randomUUID())
  return (done.ok && done.proposal) || ''
}
const open = await proposal('default-law', 'us_ca')
await changeRole(staffOf('admin', 'ada'), 'finn', 'privacy', randomUUID())
const [right] = await listRights(staffOf('privacy'))
const upload = async () => {
  const form = new FormData()
  form.append('file', new Blob(['field,value\n']), 'sheet.csv')
  const sent = new Request('http://habeas.test', { method: 'POST', body: form })
  const received = await receiveForm(sent.body, sent.headers.get('content-type'), 1)
  const [file] = received.ok ? received.uploads : []
  if (!file) throw new Error('nothing was received')
  return file
}
const kept = await attachFile(
  staffOf('support-engineer'),
  { reference, taskId: task?.id ?? null, purpose: 'hand-over' },
  await upload(),
  { commandId: randomUUID() },
)
const template = builtIn('no-account-found', 'en')
const clocks = laws
  .find(({ id }) => id === 'ch_fadp')
  ?.clocks.map(clock => ({ ...clock, respond: { n: 5, unit: 'days' } }))
const policy = await currentRiskPolicy()
const words = {
  organisation: 'Example',
  'cancel-subscription-help': 'Ask us.',
  'complaint-authority': 'the authority',
  'export-steps-link': 'https://docs.example/export',
}
const note = { indicator: 'late-answers', month: '2026-01', health: '3', reasons: 'So', lessons: '' }
await sql(
  `insert into due_try (sweep, key, attempts, problem, first_at, last_at, next_try_at)
   values ('windows', 'parked', 10, 'TypeError', now(), now(), now())`,
)
await sql("select graphile_worker.add_job('nothing', '{}'::json, max_attempts => 1)")
await sql(`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`)
const [job] = await sql<{ id: string }>(
  `select id::text from graphile_worker._private_jobs where max_attempts = 1`,
)

type Answered = Promise<{ ok: boolean; reason?: string }>
/** Every door through which staff write, with input that it takes. */
const doorsFor = ({
  support,
  privacy,
  admin,
}: Awaited<ReturnType<typeof cast>>): Readonly<Record<string, (id: string) => Answered>> => ({
  'due/retry-parked retryDue': id => retryDue(privacy, 'windows', 'parked', id),
  'due/retry-parked retryJob': id => retryJob(privacy, job?.id ?? '', id),
  'files/attach attachFile': async id =>
    attachFile(support, { reference, taskId: task?.id ?? null, purpose: 'hand-over' }, await upload(), {
      commandId: id,
    }),
  'files/download downloadForStaff': async id =>
    (await downloadForStaff(support, kept.ok ? kept.id : '', id)) === null
      ? { ok: false, reason: 'no-longer-allowed' }
      : { ok: true },
  'handbook/law-clocks proposeLawClocks': id =>
    proposeLawClocks(privacy, { law: 'ch_fadp', clocks, note: 'x' }, id),
  'handbook/proposals propose': id => propose(privacy, 'edit-handbook', 'setting/embargoed', [], 'x', id),
  'handbook/proposals proposeSetting': id =>
    proposeSetting(privacy, { key: 'four-eyes', value: [], note: 'x' }, id),
  'handbook/proposals proposeTemplate': id =>
    proposeTemplate(privacy, { ...template, language: 'en', note: 'x' }, id),
  'handbook/proposals applyProposal': id => applyProposal(privacy, open, id),
  'handbook/proposals withdrawProposal': id => withdrawProposal(privacy, open, id),
  'off-channel/off-channel logOffChannel': id =>
    logOffChannel(support, { channel: 'mail', asksFor: 'data-access', answer: 'privacy-center-link' }, id),
  'off-channel/change-entry changeEntry': id =>
    changeEntry(support, exportEntry, 'finish', { note: 'x' }, id),
  'off-channel/open-request openForEntry': id => openForEntry(support, exportEntry, asked, id),
  'off-channel/open-request openFromTicket': id =>
    openFromTicket(support, { ...asked, type: 'data-export', ticket: 'https://support.example/1' }, id),
  'run/follow-up openFollowUp': id => openFollowUp(support, closed, id),
  'run/run runRequestCommand': id =>
    runRequestCommand(support, reference, 'add-note', { text: 'x' }, { commandId: id }),
  'run/run runTaskCommand': id =>
    runTaskCommand(support, task?.id ?? '', 'add-note', { text: 'x' }, { commandId: id }),
  'run/submit submitRequest': id =>
    submitRequest(support, { ...asked, type: 'individual-deletion' }, { commandId: id, source: 'api' }),
  'staff/handbook savePublished': id => savePublished(privacy, [], id),
  'staff/handbook saveOrganisation': id => saveOrganisation(privacy, words, id),
  'staff/handbook saveWorkLinks': id => saveWorkLinks(privacy, {}, id),
  'staff/organisation saveRiskPolicy': id => saveRiskPolicy(privacy, { ...policy, note: 'x' }, id),
  'staff/organisation saveTeamAddresses': id => saveTeamAddresses(admin, {}, id),
  'staff/organisation acknowledgeSuppression': id => acknowledgeSuppression(privacy, new Date(0), id),
  'staff/organisation acknowledgeDeletions': id => acknowledgeDeletions(privacy, 0, id),
  'staff/tokens giveToken': id => giveToken(admin, { name: 'x', role: 'admin' }, id),
  'staff/tokens revokeToken': id => revokeToken(admin, 'token-privacy', id),
  'staff/people-sign-in endPersonsSessions': id => endPersonsSessions(admin, 'priya', id),
  'staff/people-sign-in resetSecondFactor': id => resetSecondFactor(admin, 'priya', id),
  'staff/people-sign-in letPersonConnect': id => letPersonConnect(admin, 'priya', id),
  'staff/sign-in-rules saveSecondFactorRoles': id => saveSecondFactorRoles(admin, { roles: [] }, id),
  'staff/sign-in-rules saveSessionEnds': id => saveSessionEnds(admin, { idleHours: 8, longestHours: 24 }, id),
  'staff/rights applyRight': id => applyRight(admin, right?.id ?? '', id),
  'staff/rights withdrawRight': id => withdrawRight(admin, right?.id ?? '', id),
  'staff/people addPerson': id =>
    addPerson(admin, { email: 'new@cast.example', name: 'New', role: 'forum-admin' }, id),
  'staff/people changeRole': id => changeRole(admin, 'priya', 'forum-admin', id),
  'staff/people setDisabled': id => setDisabled(admin, 'priya', true, id),
  'staff/people sendPasswordLink': id => sendPasswordLink(admin, 'priya', id),
  'systems/save-system saveSystem': id =>
    saveSystem(admin, 'platform', { kind: 'data-platform', enabled: true, settings: { path: '/srv/x' } }, id),
  'systems/save-system removeSystem': id => removeSystem(admin, 'platform', id),
  'usage/announce announceChanges': async id => {
    const [change] = await waitingChanges()
    const subjects = { 0: `${change?.subject} ${change?.fingerprint}` }
    return announceChanges(privacy, { title: 'x', text: 'x', subjects }, id)
  },
  'usage/minimum-group saveMinimumGroup': id => saveMinimumGroup(privacy, { minimum: '12' }, id),
  'usage/open-journey openJourney': id =>
    openJourney(privacy, { pseudonym: 'A'.repeat(43), reason: 'defect', ticket: 'OPS-77' }, id),
  'usage/rotate rotateKey': id => rotateKey(privacy, { title: 'x', text: 'x' }, id),
  'usage/service-ping saveServicePing': id => saveServicePing(admin, { address: '' }, id),
  'usage/write-note writeNote': id => writeNote(support, note, id),
  'webhooks/webhooks createWebhook': id =>
    createWebhook(admin, { url: 'https://hooks.example.org/x', events: ['request.opened'] }, id),
  'webhooks/webhooks removeWebhook': id => removeWebhook(admin, 'none', id),
  'webhooks/webhooks replayDelivery': id => replayDelivery(admin, 'none', id),
  'webhooks/webhooks sendTest': id => sendTest(admin, 'none', id),
})
const doors = doorsFor(await cast(gone))

/** What changes nothing, or is a part of one of the doors above. */
const changeNothing: readonly string[] = [
  'files/download handOut', // downloadForStaff
  'handbook/law-preview previewClocks',
  'handbook/law-preview previewDefault',
  'mail/templates previewWording',
  'run/context contextForPage',
  'run/run runInternalCommand', // attachFile
  'staff/changing mayDo',
  'staff/denied logDenied',
  'staff/trace-access traceAccess', // says that something was read
  'systems/check-system checkSystem', // asks the other system, and keeps what it said
  'systems/shown-systems shownSystem',
  'systems/shown-systems shownSystems',
]

/** How many rows there are in each table that a door writes to. */
const counted = async () =>
  (
    await sql<{ rows: string }>(
      `select (select count(*) from audit_entry) || ' ' || (select count(*) from message) || ' ' || (select count(*) from request)
         || ' ' || (select count(*) from outbox) || ' ' || (select count(*) from proposal) || ' ' || (select count(*) from file) as rows`,
    )
  )[0]?.rows

describe('somebody who was shut out after they were let in', () => {
  test('is tried at every door', () => {
    const listed = [...Object.keys(doors), ...changeNothing]
    expect(toldWhoAsks('door').filter(name => !listed.includes(name))).toEqual([])
  })
  test.each(Object.entries(doors))('changes nothing by %s', async (_name, run) => {
    const before = await counted()
    expect(await run(`gone:${randomUUID()}`)).toMatchObject({ ok: false, reason: 'no-longer-allowed' })
    expect(await counted()).toBe(before)
  })
})

const late = doorsFor(await cast(lately))
/** The daily work on requests, which no lapse of ten minutes may interrupt, and a note under a figure. */
const dailyWork: readonly string[] = [
  'files/attach attachFile',
  'files/download downloadForStaff',
  'off-channel/off-channel logOffChannel',
  'off-channel/change-entry changeEntry',
  'off-channel/open-request openForEntry',
  'off-channel/open-request openFromTicket',
  'run/follow-up openFollowUp',
  'run/run runRequestCommand',
  'run/run runTaskCommand',
  'run/submit submitRequest',
  'usage/write-note writeNote',
]

describe('somebody who proved eleven minutes ago that it is them', () => {
  const [asked, working] = [
    Object.entries(late).filter(([name]) => !dailyWork.includes(name)),
    Object.entries(late).filter(([name]) => dailyWork.includes(name)),
  ]
  test.each(asked)('has to confirm it again for %s', async (_name, run) => {
    const before = await counted()
    expect(await run(`late:${randomUUID()}`)).toMatchObject({ ok: false, reason: 'confirm-again' })
    expect(await counted()).toBe(before)
  })
  test.each(working)('is asked for nothing by %s', async (_name, run) => {
    expect(await run(`late:${randomUUID()}`)).not.toMatchObject({ reason: 'confirm-again' })
  })
})
