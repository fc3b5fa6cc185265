import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { messages } from '@/emails/index'
import { roles } from '@/lib/core/people/actor'
import {
  applyProposal,
  proposeSetting,
  proposeTemplate,
  withdrawProposal,
} from '@/lib/door/handbook/proposals'
import { builtIn, previewWording, wordingProblems } from '@/lib/door/mail/templates'
import { saveOrganisation, savePublished } from '@/lib/door/staff/handbook'
import { saveRiskPolicy } from '@/lib/door/staff/organisation'
import { listOwnTemplates, readTemplateVersions } from '@/lib/store/mail/templates'
import { currentRiskPolicy, organisationRules } from '@/lib/store/settings/decision-rules'
import { readProposals } from '@/lib/store/settings/proposals'
import { listRiskPolicies } from '@/lib/store/settings/risk-policies'
import { readSetting } from '@/lib/store/settings/settings'
import { staffOf } from '@/tests/factories/staff'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const { db, sql } = world
const [priya, petra] = [staffOf('privacy', 'priya'), staffOf('privacy', 'petra')]
const press = () => `test:${randomUUID()}`

const law = (value: unknown, by = priya) =>
  proposeSetting(by, { key: 'default-law', value, note: 'Most people live there' }, press())
const wording = {
  key: 'failed-verification',
  language: 'en',
  subject: 'About request {{ reference }}',
  body: '{{ greeting }}\n\nWe closed the request for {{ request_type }}.\n\n{% for item in done_items %}\n- {{ item }}\n{% endfor %}\n\n{{ link }}',
  note: 'Shorter',
}

describe('clocks and lists', () => {
  it('change only when a second Privacy person applies what the first proposed', async () => {
    const proposed = await law('us_ca')
    const id = proposed.ok ? (proposed.proposal ?? '') : ''
    expect((await organisationRules(db)).defaultLaw).toBe('gdpr')
    expect(await applyProposal(priya, id, press())).toMatchObject({ ok: false, reason: 'four-eyes' })
    expect((await organisationRules(db)).defaultLaw).toBe('gdpr')
    expect(await applyProposal(petra, id, press())).toMatchObject({ ok: true })
    expect((await organisationRules(db)).defaultLaw).toBe('us_ca')
    expect(await applyProposal(petra, id, press())).toMatchObject({ ok: false, status: 404 })
  })
  it('wait one at a time, and can be taken back', async () => {
    const proposed = await law('uk_gdpr')
    expect(await law('ch_fadp', petra)).toMatchObject({ ok: false, status: 422 })
    const id = proposed.ok ? (proposed.proposal ?? '') : ''
    expect(await withdrawProposal(petra, id, press())).toMatchObject({ ok: true })
    expect(await readProposals(priya, 'setting/')).toEqual([])
    expect((await organisationRules(db)).defaultLaw).toBe('us_ca')
  })
  it('refuse what can’t be set', async () => {
    expect(await law('atlantis')).toMatchObject({ ok: false, fields: { value: expect.any(String) } })
    const codes = { key: 'embargoed', value: ['Atlantis'], note: 'x' }
    expect(await proposeSetting(priya, codes, press())).toMatchObject({ ok: false, status: 422 })
    const other = { key: 'organisation', value: 'Me', note: 'x' }
    expect(await proposeSetting(priya, other, press())).toMatchObject({ ok: false, status: 422 })
  })
  it('are guarded by the database, too: nobody approves their own', async () => {
    const proposed = await law('uk_gdpr')
    const id = proposed.ok ? proposed.proposal : ''
    await expect(
      sql(
        `update proposal set state = 'applied', decided_by_id = 'priya', decided_at = now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow('proposal_two_people')
    await withdrawProposal(priya, id ?? '', press())
  })
  it.each(roles.filter(role => role !== 'privacy'))('%s proposes and applies nothing', async role => {
    expect(await law('uk_gdpr', staffOf(role))).toMatchObject({ status: 403 })
    expect(await proposeTemplate(staffOf(role), wording, press())).toMatchObject({ status: 403 })
    expect(await applyProposal(staffOf(role), randomUUID(), press())).toMatchObject({ status: 403 })
    expect(await savePublished(staffOf(role), [], press())).toMatchObject({ status: 403 })
    expect(await saveOrganisation(staffOf(role), {}, press())).toMatchObject({ status: 403 })
  })
})

describe('the risk policy', () => {
  it('gets a new version only by a second Privacy person, with the first one’s reason', async () => {
    const change = { medium: 30, high: 65, signals: {}, note: 'Fewer questions' }
    const proposed = await saveRiskPolicy(priya, change, press())
    expect((await currentRiskPolicy(db)).version).toBe(1)
    const id = proposed.ok ? (proposed.proposal ?? '') : ''
    expect(await applyProposal(priya, id, press())).toMatchObject({ reason: 'four-eyes' })
    expect(await applyProposal(petra, id, press())).toMatchObject({ ok: true })
    expect(await currentRiskPolicy(db)).toMatchObject({ version: 2, high: 65 })
    expect((await listRiskPolicies(priya, db))[0]).toMatchObject({ version: 2, note: 'Fewer questions' })
    expect(await saveRiskPolicy(priya, { ...change, high: 20 }, press())).toMatchObject({ status: 422 })
  })
})

describe('the wording of messages', () => {
  it('is what the person gets, from the moment that a second person applies it', async () => {
    const proposed = await proposeTemplate(priya, wording, press())
    await applyProposal(petra, proposed.ok ? (proposed.proposal ?? '') : '', press())
    expect(await readTemplateVersions(priya, 'failed-verification', 'en')).toMatchObject([
      { version: 1, subject: wording.subject },
    ])
    expect((await listOwnTemplates(priya)).get('en/failed-verification')?.version).toBe(1)
    const { reference } = await world.begin(riskyAccount)
    await world.run('support-engineer', reference, 'send-message', {
      message: 'high-risk-gitlab-account-verification-question',
    })
    await world.run('support-engineer', reference, 'fail-verification', { note: 'They don’t know' })
    const [sent] = await sql<{ subject: string; body: string }>(
      `select subject, body from message where key = 'failed-verification'`,
    )
    expect(sent?.subject).toBe(`About request ${reference}`)
    expect(sent?.body).toContain('We closed the request for the deletion of an account.')
  })
  it('keeps every version, and restoring one makes another', async () => {
    const original = builtIn('failed-verification', 'en')
    const { subject = '', body = '' } = original ?? {}
    const proposed = await proposeTemplate(petra, { ...wording, subject, body, note: 'Back' }, press())
    await applyProposal(priya, proposed.ok ? (proposed.proposal ?? '') : '', press())
    expect(
      (await readTemplateVersions(priya, 'failed-verification', 'en')).map(existing => existing.version),
    ).toEqual([2, 1])
  })
  it('never drops a required variable, takes none that is unknown, and stays one line in the subject', async () => {
    const refused = async (change: object) => {
      const answer = await proposeTemplate(priya, { ...wording, ...change }, press())
      return answer.ok ? {} : answer.fields
    }
    expect(await refused({ body: '{{ greeting }} {{ request_type }}' })).toEqual({
      body: '{{ done_items }}, {{ link }} can’t be left out: the message needs it.',
    })
    expect(await refused({ body: `${wording.body} {{ password }}` })).toEqual({
      body: 'There is no variable {{ password }} in this message.',
    })
    expect(await refused({ body: '{% if %}' })).toMatchObject({ body: expect.any(String) })
    expect(await refused({ subject: 'Two\nlines {{ reference }}' })).toMatchObject({
      subject: expect.any(String),
    })
    expect(await refused({ key: 'nothing-such' })).toBeUndefined()
    expect(await readProposals(priya, 'template/')).toEqual([])
  })
  it('words a message in another language, for those who ask in it; everybody else gets the English one', async () => {
    const german = {
      key: 'no-account-found',
      language: 'de',
      subject: 'Zu Ihrem Antrag {{ reference }}',
      body: 'Guten Tag,\n\nzu Ihrem Antrag vom {{ asked_on }} haben wir kein Konto gefunden.',
      note: 'Many ask in German',
    }
    const proposed = await proposeTemplate(petra, german, press())
    expect(await applyProposal(priya, proposed.ok ? (proposed.proposal ?? '') : '', press())).toMatchObject({
      ok: true,
    })
    const told = async (locale: string) => {
      const email = `nobody.${locale}@people.example`
      const reference = await world.submit({ email, username: 'nobody' }, { locale })
      await world.run('requester', reference, 'confirm')
      await world.work()
      const [message] = await sql<{ subject: string; body: string }>(
        `select subject, body from message join request on request.id = request_id
          where message.key = 'no-account-found' and request.reference = '${reference}'`,
      )
      return message
    }
    const months = /Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember/
    expect((await told('de-AT'))?.body).toMatch(months)
    expect((await told('de'))?.subject).toMatch(/^Zu Ihrem Antrag PR-/)
    // Not worded in French: English words, with English dates in them.
    expect((await told('fr'))?.subject).not.toMatch(/Antrag/)
    expect(await proposeTemplate(petra, { ...german, language: 'tlh' }, press())).toMatchObject({ ok: false })
  })
  it('accepts every message as it comes', () => {
    for (const { key, language, subject, body } of messages) {
      const template = builtIn(key, language)
      expect([key, template && wordingProblems(template, { subject, body })]).toEqual([key, {}])
    }
  })
  it('is shown with the values of a real request, links left for sending', async () => {
    const { reference } = await world.begin()
    const template = builtIn('failed-verification', 'en')
    if (!template) throw new Error('no such message')
    const shown = await previewWording(priya, template, wording, reference)
    expect(shown).toMatchObject({ subject: `About request ${reference}`, reference })
    expect(shown.body).toContain('{{ link }}')
    const examples = await previewWording(staffOf('admin'), template, wording, reference)
    expect(examples.reference).toBeNull()
  })
})

describe('what Privacy sets alone', () => {
  it('switches types off on the public form', async () => {
    await savePublished(priya, ['individual-deletion'], press())
    expect(await readSetting('unpublished', db)).toContain('data-access')
    expect(await readSetting('unpublished', db)).not.toContain('data-export')
    await expect(world.submit(await world.account(), { type: 'data-access' })).rejects.toThrow(
      'invalid-input',
    )
  })
  it('sets the organisation’s words', async () => {
    const words = {
      organisation: 'Example',
      'cancel-subscription-help': 'Ask us.',
      'complaint-authority': 'the authority',
      'export-steps-link': 'https://docs.example/export',
    }
    expect(await saveOrganisation(priya, words, press())).toMatchObject({ ok: true })
    expect(await readSetting('organisation', db)).toBe('Example')
    const script = { ...words, 'export-steps-link': 'javascript:alert(1)' }
    expect(await saveOrganisation(priya, script, press())).toMatchObject({ ok: false, status: 422 })
  })
  it('leaves rows in the audit log that say what, never the words', async () => {
    const rows = await sql<{ command: string; facts: object }>(
      `select command, facts from audit_entry where scope = 'organisation' order by id`,
    )
    expect(rows.map(row => row.command)).toEqual(
      expect.arrayContaining(['propose-change', 'apply-change', 'withdraw-change', 'publish-types']),
    )
    expect(JSON.stringify(rows)).not.toContain('Shorter')
  })
})
