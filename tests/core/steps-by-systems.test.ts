import { expect, it } from 'vitest'
import { stepsBySystems } from '@/lib/core/derived/tasks/doers'
import { allConnected, gitlab } from './connected'
import { aRequest } from './given'

const deletion = 'gitlab-deletion'

function reached(systems: typeof allConnected): string[] {
  const story = aRequest({ soleOwnedGroups: 2 })
  story.systems = systems
  story.source = gitlab.key
  story.begun()
  return stepsBySystems(story.request, story.task(deletion), systems).map(({ key }) => key)
}

it('one press reaches every step where systems do them all, with what is done by itself', () => {
  expect(reached(allConnected)).toEqual([
    'delete-blocking-groups',
    'delete-user',
    'verify-gone',
    'add-to-csv',
    'upload-csv',
  ])
})

it('one press reaches as far as the first step that a person does', () => {
  expect(reached([gitlab]).at(-1)).toBe('add-to-csv')
})

it('one press reaches nothing where no system does the next step', () => {
  expect(reached([])).toEqual([])
})
