import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { resolveSentence } from '@/components/task/resolve-copy'
import { TaskSubject } from '@/components/task/task-subject'
import { WorkLink } from '@/components/task/work-link'
import { aRequest } from './core/given'

test('a task says whose data it is: every address of the account and the username, each to copy', () => {
  const story = aRequest()
  story.secondaries = ['old@people.example']
  const { request } = story.begun()
  const page = renderToStaticMarkup(createElement(TaskSubject, { request }))
  for (const value of ['robin@people.example', 'old@people.example', 'robin']) {
    expect(page).toContain(`>${value}</bdi>`)
    expect(page).toContain(`Copy<span class="sr-only"> ${value}</span>`)
  }
})

test('a step leads to the page that the organisation set, and to none where it set none', () => {
  const links = { 'admin-area': 'https://gitlab.example/admin/users' }
  const leading = (to: 'admin-area' | 'zendesk') =>
    renderToStaticMarkup(createElement(WorkLink, { to, links }))
  expect(leading('admin-area')).toContain(links['admin-area'])
  expect(leading('zendesk')).toBe('')
})

test('before the last open task is resolved, it says that the request closes and the person is mailed', () => {
  const begun = aRequest().begun()
  const search = begun.task('zendesk-cdot-deletion')
  expect(resolveSentence(begun.request, search, 'found')).not.toContain('last open task')
  const left = begun.completed('gitlab-deletion').marketed()
  expect(resolveSentence(left.request, search, 'found')).toMatch(/last open task.*closes at once.*told/)
  expect(resolveSentence(left.request, search, 'steps')).toMatch(/last open task.*closes at once.*told/)
})

test('the card of a correction says what is wrong and what is right', () => {
  const { request } = aRequest().begun()
  const said = { ...request, whatIsWrong: 'Born in 1918', whatIsRight: 'Born in 1981' }
  const page = renderToStaticMarkup(createElement(TaskSubject, { request: said }))
  expect(page).toMatch(/What is wrong: <\/span><bdi>Born in 1918.*What is right: <\/span><bdi>Born in 1981/)
})

test('the card of a forum deletion has the profile, to copy', () => {
  const profile = 'https://forum.example/u/robin'
  const { request } = aRequest(null, { type: 'forum-deletion' }).confirmed()
  const page = renderToStaticMarkup(
    createElement(TaskSubject, { request: { ...request, forumProfile: profile, forumUsername: 'robin' } }),
  )
  expect(page).toContain(`Copy<span class="sr-only"> ${profile}</span>`)
})

test('the card says what to correct or to stop where the person wrote it in words of their own', () => {
  for (const type of ['rectification', 'objection', 'data-access']) {
    const { request } = aRequest({}, { type }).confirmed()
    const said = { ...request, whatIsWrong: null, whatIsRight: null, details: 'Stop the profiling of 2024' }
    const page = renderToStaticMarkup(createElement(TaskSubject, { request: said }))
    expect(page).toContain('In their words: </span><bdi>Stop the profiling of 2024')
  }
})
