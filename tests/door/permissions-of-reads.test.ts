import { describe, expect, test } from 'vitest'
import { roles, type StaffActor } from '@/lib/core/people/actor'
import { retentionDays } from '@/lib/core/settings/retention'
import {
  dataPlatformState,
  deletionListVersion,
  readDataPlatformList,
} from '@/lib/store/accounts/data-platform-list'
import { readSuppressed, suppressionState } from '@/lib/store/accounts/suppressions'
import { readAccess, recordAccess } from '@/lib/store/audit/access'
import { readAuditLog } from '@/lib/store/audit/audit-log'
import { parkedTries, retryParkedTry } from '@/lib/store/database/due-tries'
import { parkedJobs, retryParkedJob } from '@/lib/store/database/jobs'
import { readMessages } from '@/lib/store/mail/conversation'
import { strayMail } from '@/lib/store/mail/stray-mail'
import { listOwnTemplates, readTemplateVersions } from '@/lib/store/mail/templates'
import { readNavigation } from '@/lib/store/queue/navigation'
import { readQueue } from '@/lib/store/queue/queue'
import { readCcpaReport } from '@/lib/store/request/ccpa-report'
import { readComplaint } from '@/lib/store/request/complaints'
import { readEscalations } from '@/lib/store/request/escalations'
import { readFile, sameProofs } from '@/lib/store/request/files'
import { readLinked } from '@/lib/store/request/links'
import { listOffChannel, offChannelLoggedBy, readOffChannel } from '@/lib/store/request/off-channel'
import { readOpenUnder } from '@/lib/store/request/open-under-law'
import { readReport } from '@/lib/store/request/reports'
import { readRequest, readRequestByTask } from '@/lib/store/request/requests'
import { readTasks } from '@/lib/store/request/tasks'
import { readUnanswered } from '@/lib/store/request/ticket-answers'
import { readOutlook } from '@/lib/store/retention/retention-outlook'
import { listLawVersions } from '@/lib/store/settings/law-versions'
import { readProposals } from '@/lib/store/settings/proposals'
import { listRiskPolicies } from '@/lib/store/settings/risk-policies'
import { readSamePerson } from '@/lib/store/staff/acting'
import { listRights, otherApprovers } from '@/lib/store/staff/rights'
import { listColleagues, listPeople, readNames } from '@/lib/store/staff/staff'
import { listTokens } from '@/lib/store/staff/tokens'
import { readFigures } from '@/lib/store/usage/figures'
import { readFunnel } from '@/lib/store/usage/funnel'
import { readNotes } from '@/lib/store/usage/notes'
import { readDeliveries } from '@/lib/store/webhooks/delivery-log'
import { listWebhooks } from '@/lib/store/webhooks/webhooks'
import { indicators } from '@/lib/usage-data/indicators/index'
import { journey } from '../factories/journey'
import { staffOf } from '../factories/staff'
import { aWorld } from '../factories/world'
import { inOrder, letters, toldWhoAsks } from '../support/permission-letters'

const world = await aWorld()
const me = journey(world)

const work = await me.begin('data-access')
const file = await me.attach(work.reference, '(Access)')
const said = await me.begin('individual-deletion')
await me.command('support-engineer', said.reference, 'escalate', {
  reason: 'unclear',
  question: 'May we?',
  checked: 'The account',
})
await recordAccess(staffOf('support-engineer'), work.now.id, 'details')
const access = (await me.task(work.reference, '(Access)')).id
await world.db.staff.create({
  data: { id: 'colleague', email: 'colleague@staff.example', name: 'Col League', role: 'support-engineer' },
})
await world.db.suppression.create({ data: { id: 's', emailHash: 'h', email: 'ads@people.example' } })
await world.db.offChannel.create({
  data: { id: 'o', channel: 'mail', asksFor: 'data-access', answer: 'answer', solved: true, at: new Date() },
})
await world.db.offChannel.create({
  data: {
    id: 'c',
    channel: 'privacy-center',
    asksFor: 'complaint',
    answer: 'to-privacy',
    email: 'kim@people.example',
    words: 'You mail me every day.',
    at: new Date(),
  },
})
await world.db.offChannel.create({
  data: {
    id: 't',
    channel: 'support-ticket',
    asksFor: 'data-access',
    answer: 'privacy-center-link',
    requestId: work.now.id,
    systemKey: 'desk',
    ticketId: '1',
    answering: 'failed',
    answerWords: 'The ticket is closed.',
    at: new Date(),
  },
})
await world.db.indicatorNote.create({
  data: {
    id: 'n',
    indicator: 'late-answers',
    month: new Date('2026-01-01'),
    health: 3,
    reasons: 'So',
    lessons: '',
    writtenById: 'colleague',
    writtenAt: new Date(),
  },
})
const longAgo = new Date('2026-01-01')
await world.db.proposal.create({
  data: {
    id: 'right',
    subject: 'role/finn',
    value: { from: 'forum-admin', to: 'privacy' },
    note: '',
    proposedById: 'ada',
    proposedAt: longAgo,
  },
})
await world.db.dueTry.createMany({
  data: ['listed', ...roles].map(key => ({
    sweep: 'windows',
    key,
    attempts: 10,
    problem: 'Error',
    firstAt: longAgo,
    lastAt: longAgo,
    nextTryAt: longAgo,
  })),
})
await world.db.apiToken.create({ data: { id: 'listed', name: 'Listed', role: 'admin', tokenHash: 'listed' } })
await world.db.webhook.create({
  data: {
    id: 'hook',
    url: 'https://hooks.example.com',
    secret: new Uint8Array(),
    events: [],
    deliveries: { create: { id: 'told', type: 'test', body: {}, state: 'dead', createdAt: longAgo } },
  },
})
await world.db.riskPolicy.deleteMany()
await world.db.outbox.updateMany({ data: { state: 'uncertain', settledAt: new Date() } })

const first = async (batches: AsyncGenerator<unknown[]>) => (await batches.next()).value ?? []
const filled = (value: unknown): boolean => {
  if (value === null || value === undefined || value === false || value === 0) return false
  if (Array.isArray(value)) return value.length > 0
  if (value instanceof Map) return value.size > 0
  return true
}

/** Every read that is told who asks, and which roles get something from it; empty for nobody among staff. */
const reads: Readonly<Record<string, readonly [string, (actor: StaffActor) => Promise<unknown>]>> = {
  'audit/audit-log readAuditLog': ['SPA', async actor => (await readAuditLog(actor, {})).lines],
  'audit/audit readAudit': ['by its request', async () => null],
  'audit/access recordAccess': ['names who reads', async () => null],
  'audit/access readAccess': ['PA', actor => readAccess(actor, work.now.id)],
  'mail/conversation readMessages': ['SRCFP', actor => readMessages(actor, work.now.id)],
  'conversation authorName': ['names who acts', async () => null],
  'request/complaints readComplaint': ['P', actor => readComplaint(actor, 'c')],
  'request/escalations readEscalations': [
    'SP',
    async actor => (await readEscalations(actor, { open: true })).items,
  ],
  'accounts/data-platform-list readDataPlatformList': ['none listed', readDataPlatformList],
  'accounts/data-platform-list deletionListVersion': ['none listed', deletionListVersion],
  'accounts/data-platform-list dataPlatformState': ['none listed', dataPlatformState],
  'request/files sameProofs': ['none sent twice', actor => sameProofs(actor, 'none')],
  'request/files readFile': ['SPA', actor => readFile(actor, file)],
  'database/due-tries parkedTries': ['PA', parkedTries],
  'database/due-tries retryParkedTry': ['PA', actor => retryParkedTry(actor, 'windows', actor.role)],
  'database/jobs mayManageJobs': ['a part of parkedJobs', async () => null],
  'database/jobs parkedJobs': ['none parked', parkedJobs],
  'database/jobs retryParkedJob': ['none parked', actor => retryParkedJob(actor, '1')],
  'settings/law-versions listLawVersions': ['none set', actor => listLawVersions(actor, 'gdpr')],
  'request/links readLinked': ['none linked', actor => readLinked(actor, work.now.id)],
  'request/off-channel listOffChannel': ['SP', async actor => (await listOffChannel(actor, undefined)).items],
  'request/off-channel readOffChannel': ['SP', actor => readOffChannel(actor, 'o')],
  'request/off-channel offChannelLoggedBy': ['none logged by it', actor => offChannelLoggedBy(actor, 'none')],
  'request/ticket-answers readUnanswered': ['SP', actor => readUnanswered(actor, work.now.id)],
  'mail/stray-mail strayMail': ['PA', actor => strayMail(actor, [])],
  'mail/stray-mail strayMail, addresses': [
    'P',
    async actor => (await strayMail(actor, [])).flatMap(({ recipient }) => recipient ?? []),
  ],
  'settings/proposals readProposals': ['none proposed', actor => readProposals(actor, 'setting/')],
  'queue/queue readQueue': ['SPA', async actor => (await readQueue(actor, { view: 'all', limit: 10 })).items],
  'queue/navigation readNavigation': ['SPA', async actor => (await readNavigation(actor)).requests],
  'queue/navigation readNavigation, tasks': ['S', async actor => (await readNavigation(actor)).tasks],
  'queue/navigation readNavigation, questions': [
    'P',
    async actor => (await readNavigation(actor)).escalations,
  ],
  'queue/search searched': ['a part of the queue', async () => null],
  'queue/queue-scope seen': ['a part of the queue', async () => null],
  'queue/queue-scope needsUs': ['a part of the queue', async () => null],
  'request/open-under-law readOpenUnder': [
    'P',
    async actor => (await readOpenUnder(actor, { law: 'gdpr' })).requests,
  ],
  'request/ccpa-report readCcpaReport': ['SPA', actor => readCcpaReport(actor, 2026)],
  'request/reports readReport': ['SPA', async actor => (await readReport(actor, '2026-01')).months],
  'request/requests maySee': ['a part of readRequest', async () => null],
  'request/requests readRequest': ['SPA', actor => readRequest(actor, work.reference)],
  'request/requests readRequestByTask': ['SPA', actor => readRequestByTask(actor, access)],
  'retention/retention-outlook readOutlook': ['SRCFPA', actor => readOutlook(actor, retentionDays.parse({}))],
  'settings/risk-policies listRiskPolicies': ['none saved', listRiskPolicies],
  'staff/rights listRights': ['PA', listRights],
  'staff/rights otherApprovers': ['PA', otherApprovers],
  'staff/acting readSamePerson': ['SRCFPA', readSamePerson],
  'staff/acting samePersonAs': ['a part of readSamePerson', async () => null],
  'staff/staff listPeople': ['A', listPeople],
  'staff/staff listColleagues': ['SRCFPA', actor => listColleagues(actor, ['support-engineer'])],
  'staff/staff readNames': ['SRCFPA', actor => readNames(actor, ['colleague'])],
  'accounts/suppressions suppressionState': ['P', async actor => (await suppressionState(actor)).waiting],
  'accounts/suppressions readSuppressed': [
    'P',
    actor => first(readSuppressed(actor, new Date(Date.now() + 60_000))),
  ],
  'request/tasks readTasks': ['S', async actor => (await readTasks(actor, { mine: false })).items],
  'mail/templates listOwnTemplates': ['none changed', listOwnTemplates],
  'mail/templates readTemplateVersions': [
    'none changed',
    actor => readTemplateVersions(actor, 'failed-verification', 'en'),
  ],
  'staff/tokens listTokens': ['A', listTokens],
  'usage/figures readFigures': ['SPA', async actor => (await readFigures(actor, indicators)).minimum],
  'usage/funnel readFunnel': [
    'SPA',
    async actor => {
      const answer = await readFunnel(actor, { steps: ['page_view', 'issue_created'], days: 7 })
      return answer === 'too-much' || answer.steps
    },
  ],
  'webhooks/webhooks mayManageWebhooks': ['a part of listWebhooks', async () => null],
  'webhooks/webhooks listWebhooks': ['A', listWebhooks],
  'webhooks/delivery-log readDeliveries': ['A', async actor => (await readDeliveries(actor, 'hook')).dead],
  'usage/notes readNotes': ['SPA', actor => readNotes(actor, ['late-answers'], 1)],
}

/** Every door that isn't a command, with input that is no use: the role is settled before the input is looked at. */
describe('every read, against every role', () => {
  test('is listed', () => {
    const listed = Object.keys(reads)
    expect(toldWhoAsks('store').filter(name => !listed.includes(name))).toEqual([])
  })
  test.each(Object.entries(reads).filter(([, [who]]) => /^[SRCFPA]+$/.test(who)))(
    '%s',
    async (_name, [who, read]) => {
      const got = []
      for (const role of roles) if (filled(await read(staffOf(role)))) got.push(letters[role])
      expect(inOrder(got)).toBe(who)
    },
  )
})
