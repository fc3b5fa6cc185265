import { describe, expect, test } from 'vitest'
import { endingOf } from '@/components/public/endings'
import { stepsAhead } from '@/components/public/stages'
import { canWrite } from '@/components/public/standing'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { outcomes } from '@/lib/core/request/request'
import { aRequest } from './core/given'

const titles = (key: string) => {
  const type = requestTypes.get(key)
  return type ? stepsAhead(type).map(item => item.title) : []
}

describe('the stages of a request, as the requester reads them', () => {
  test('names what each type really goes through', () => {
    expect(titles('marketing-deletion')).toEqual([
      'You confirm',
      'We delete your data',
      'We tell you that it is done',
    ])
    expect(titles('enterprise-deletion')).toContain('The organisation decides')
    expect(titles('deceased-deletion')).toContain('Our privacy team reads the documents')
    expect(titles('data-access')).toContain('We put your data together')
    expect(titles('data-export')).toContain('You try the export, or ask us for help')
  })
  test('names no length of time, since the law that counts differs from person to person', () => {
    for (const type of requestTypes.values())
      expect(stepsAhead(type).at(-1)?.detail, type.key).toMatch(/^The law sets the latest day/)
  })
  test('tells the work in words of the type’s own', () => {
    const type = requestTypes.get('data-access') ?? expect.unreachable()
    const correcting = {
      desk: 'Correcting',
      ahead: 'We correct it',
      done: 'We corrected it',
      before: 'first',
    }
    const told = stepsAhead({ ...type, processingAs: correcting }).map(step => step.title)
    expect(told).toContain('We correct it')
    expect(told.join()).not.toMatch(/delete|put your data together/)
  })
  test('speaks of several teams only where there are several', () => {
    const teams = (key: string) =>
      JSON.stringify(stepsAhead(requestTypes.get(key) ?? expect.unreachable())).includes('Several teams')
    expect(teams('individual-deletion')).toBe(true)
    for (const key of ['marketing-deletion', 'data-access', 'data-export'])
      expect(teams(key), key).toBe(false)
  })
  test('doesn’t mention an account before all is done, where the person has died', () => {
    const { key, about } = requestTypes.get('deceased-deletion') ?? expect.unreachable()
    expect(about).toBe('deceased')
    expect(titles(key)).toContain('We look for the account')
    expect(titles(key).join()).not.toMatch(/the account is/)
  })
  test('never calls the account of somebody who has died theirs', () => {
    const { title } = endingOf({ outcome: 'not-verified', erasureBegunAt: null }, true)
    expect(title).not.toMatch(/yours/)
  })
  test('never says that nothing was deleted where something was', () => {
    const { detail } = endingOf({ outcome: 'withdrawn', erasureBegunAt: null }, true, true)
    expect(detail).toBe('Something had been done before then; our message says what.')
  })
  test('a confirmed request takes words as long as it has content, however it ended', () => {
    expect(canWrite({ confirmedAt: new Date(0), contentErasedAt: null })).toBe(true)
    expect(canWrite({ confirmedAt: new Date(0), contentErasedAt: new Date(0) })).toBe(false)
    expect(canWrite({ confirmedAt: null, contentErasedAt: null })).toBe(false)
  })
  test('tells each end in plain words, and that nothing was deleted where nothing was', () => {
    for (const outcome of outcomes) {
      const { title, detail = '', done } = endingOf({ outcome, erasureBegunAt: null }, true)
      expect(title.length, outcome).toBeGreaterThan(8)
      expect(`${title} ${detail}`).not.toMatch(/!|controller|embargo|risk|outcome/i)
      if (!done) expect(detail, outcome).toContain('Nothing was deleted.')
      expect(endingOf({ outcome, erasureBegunAt: null }, false).detail ?? '').not.toContain(
        'Nothing was deleted',
      )
    }
  })
})

test('an account that went before the rest could be deleted: the end says that the rest stays', () => {
  const open = aRequest({ privateProjects: 2 }, { rating: 'high' }).begun().vanished()
  const { detail } = endingOf(open.says('account-already-deleted').request, true)
  expect(detail).toMatch(/Nothing else was deleted.*what stays/)
  const done = aRequest({ accountState: 'deleted' }).begun().foundNowhere().marketed()
  expect(endingOf(done.request, true)).toMatchObject({ title: 'It is done' })
})
