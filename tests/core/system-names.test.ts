import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { historySentence } from '@/components/request/labels/history-labels'
import { ChecksPanel } from '@/components/request/panels/checks-panel'
import { SearchLines } from '@/components/task/search-lines'
import { adviceFor } from '@/lib/core/advice/next-step'
import { refusalWords } from '@/lib/core/api/refusal-words'
import type { Facts } from '@/lib/core/machine/decision'
import { withSystemNames } from '@/lib/core/machine/fact-labels'
import type { SearchRecord } from '@/lib/core/request/task'
import { accountsAreIn } from '@/lib/core/systems/connected'
import { evidenceWords, sourceOf } from '@/lib/core/view/evidence-words'
import { represent } from '@/lib/core/view/representation'
import { system } from '@/tests/factories/system'
import { sam } from './cast'
import { gitlab } from './connected'
import { aRequest } from './given'
import { rules, zone } from './runner'

const eu = { ...gitlab, key: 'gitlab-eu', name: 'GitLab in Europe' }
const names = new Map([
  [eu.key, eu.name],
  ['desk', 'Zendesk'],
])
const removed = new Map<string, string>()

const asked = () => {
  const story = aRequest({ accountId: 'gitlab-eu:42', soleOwnedGroups: 0 })
  story.systems = [eu]
  story.source = eu.key
  return story
}
const said = (command: string, facts: Facts, known = names) =>
  historySentence({
    seq: 1,
    at: new Date(0),
    who: 'The system',
    command,
    result: 'done',
    facts: withSystemNames(facts, known),
  })
const panelOf = (story: ReturnType<typeof aRequest>, systemNames = names) =>
  renderToStaticMarkup(
    createElement(ChecksPanel, {
      request: story.request,
      personal: true,
      systemNames,
      askedIn: accountsAreIn(story.systems),
      now: new Date(),
      timeZone: 'UTC',
    }),
  )

describe('a connected system is called by its name', () => {
  const task = 'gitlab-deletion'

  it.each<[string, Facts, string]>([
    ['begin-effect', { task, system: 'gitlab-eu', what: 'delete-user' }, 'in GitLab in Europe'],
    [
      'record-step-done',
      { task, step: 'verify-gone', systems: ['gitlab-eu', 'desk'], changed: true },
      'through GitLab in Europe and Zendesk',
    ],
    ['record-search', { task, system: 'desk', state: 'found' }, 'searched Zendesk for'],
    ['record-check-results', { source: 'gitlab-eu', accountFound: true }, 'in GitLab in Europe and found it'],
    ['disconnect-system', { system: 'desk' }, 'disconnected the system Zendesk'],
  ])('in the history of %s', (command, facts, words) => {
    expect(said(command, facts)).toContain(words)
  })

  it('in the checks, whose account has its own id there', () => {
    const page = panelOf(asked().begun())
    expect(page).toContain('<bdi>GitLab in Europe</bdi>')
    expect(page).toContain('robin (42)')
    expect(page).not.toContain('gitlab-eu')
  })

  it('beside what a search found', () => {
    const at = '2026-06-01T00:00:00Z'
    const search: SearchRecord = {
      system: 'desk',
      of: 'zendesk',
      state: 'found',
      ids: ['7'],
      words: '1 user.',
      at,
    }
    const shown = { searches: [search], now: new Date(), timeZone: 'UTC' }
    const page = (systemNames: ReadonlyMap<string, string>) =>
      renderToStaticMarkup(createElement(SearchLines, { ...shown, systemNames }))
    expect(page(names)).toContain('Zendesk: Found.')
    expect(page(removed)).toContain('desk: Found.')
  })

  it('where the look-up showed that a step isn’t needed', () => {
    const story = asked()
    story.systems = []
    const { request } = story.begun()
    const evidence = story.task(task).steps[0]?.evidence[0] ?? expect.unreachable()
    expect(evidenceWords(evidence, '1 Jun 2026', sourceOf(request, evidence, names))).toContain(
      'says GitLab in Europe on 1 Jun 2026',
    )
  })
})

describe('whether Support’s definition makes an enterprise user', () => {
  const shown = (facts: Parameters<typeof aRequest>[0]) => panelOf(aRequest(facts).begun())
  const answer = (page: string) =>
    page.replaceAll(/<[^>]*>/g, '').match(/Enterprise user by Support’s definition(Not known|Yes|No)/)?.[1]

  it('isn’t known, never “no”, where something speaks for it', () => {
    const page = shown({ enterpriseSigns: ['created-since', 'saml-or-scim'] })
    expect(answer(page)).toBe('Not known')
    expect(page).toContain('created on or after 1 Feb 2021; has a SAML or SCIM identity.')
    const { request } = aRequest({ enterpriseSigns: ['provisioned'] }).begun()
    expect(represent(request, sam, zone, rules).checks).toMatchObject({ enterpriseSigns: ['provisioned'] })
    expect(page).toContain('Whether a company owns the address’s domain isn’t known.')
  })
  it('is “no” where nothing does', () => {
    expect(answer(shown({ enterpriseSigns: [] }))).toBe('No')
  })
  it('isn’t asked where the source doesn’t tell', () => {
    expect(answer(shown({}))).toBeUndefined()
  })
})

describe('a subscription’s end', () => {
  const shown = (facts: Parameters<typeof aRequest>[0]) => panelOf(aRequest(facts).begun())

  it('is none on a free plan, and not known where a paid one doesn’t tell it', () => {
    expect(shown({ plan: 'free', subscriptionEndsOn: null })).toContain('None: the plan is free')
    expect(shown({ plan: 'ultimate', subscriptionEndsOn: null })).not.toContain('None: the plan')
  })
})

describe('a system that was removed is called by its key', () => {
  it('in the history and in the checks', () => {
    expect(said('record-search', { task: 'x', system: 'desk', state: 'failed' }, removed)).toContain('desk')
    expect(panelOf(asked().begun(), removed)).toContain('<bdi>gitlab-eu</bdi>')
  })
})

describe('a look-up that got no answer', () => {
  const unreached = () => {
    const story = asked().confirmed()
    story.unreachable = true
    return story
  }

  it('names the system that didn’t give it, to who tries and in the next step', () => {
    const story = unreached()
    const decision = story.decide(system, 'record-check-results', {})
    if (decision.ok) return expect.unreachable()
    const { reason, detail } = decision
    expect(refusalWords(reason, { detail })).toBe(
      'GitLab in Europe can’t be reached now. Nothing was changed; try again.',
    )
    story.does(system, 'record-checks-failure', { source: detail })
    expect(said('record-checks-failure', { checks: 'unreachable', source: detail ?? '' })).toBe(
      'could not reach GitLab in Europe.',
    )
    expect(adviceFor(story.request, story.systems)[0]?.say).toContain('could not reach GitLab in Europe')
    expect(panelOf(story)).toContain('could not reach GitLab in Europe')
  })

  it('names the directory where no system is connected', () => {
    const story = aRequest().confirmed()
    story.unreachable = true
    expect(story.attempt(system, 'record-check-results')).toBe('directory-unreachable')
    story.does(system, 'record-checks-failure')
    expect(adviceFor(story.request)[0]?.say).toContain('could not reach the directory')
    expect(panelOf(story)).toContain('could not reach the directory')
    expect(said('record-checks-failure', { checks: 'unreachable' })).toBe('could not reach the directory.')
    expect(story.does(sam, 'retry-checks').request.checksFailedAt).toBeNull()
  })
})
