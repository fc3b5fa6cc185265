import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import ProblemPage, { generateMetadata } from '@/app/(privacy-center)/problems/[reason]/page'
import ProblemsPage from '@/app/(privacy-center)/problems/page'
import { problem } from '@/app/api/answers'
import { type Answer, withAnswerStatus } from '@/lib/answer-status'
import { isProblemReason } from '@/lib/core/api/problem-pages/index'
import { problems } from '@/lib/core/api/problems'
import { troubleAnswer } from '@/lib/web/trouble-page'
import { testEnvironment } from '@/tests/support/environment'

testEnvironment('postgres://nobody@localhost/none')

const typed = z.object({ type: z.string() })
const reasons = Object.keys(problems).filter(isProblemReason)

/** The page of the product at an address, with its status. */
async function pageAt(address: string): Promise<{ status: number; html: string }> {
  const [, reason] = /^http:\/\/habeas\.test\/problems\/([^/]+)$/.exec(address) ?? []
  if (!reason) throw new Error(`${address} is no page about a problem`)
  const answer: Answer = {}
  const html = await withAnswerStatus(answer, async () => {
    const page: ReactElement = await ProblemPage({ params: Promise.resolve({ reason }) })
    return renderToStaticMarkup(page)
  })
  return { status: answer.status ?? 200, html }
}

describe('the type of a problem', () => {
  test.each(reasons)('%s leads to a page that says why and what to do', async reason => {
    const { type } = typed.parse(await problem(reason).json())
    const { status, html } = await pageAt(type)
    expect(status).toBe(200)
    expect(html).toContain(`>${reason}</code></h1>`)
    expect(html).toContain('Why it happens')
    expect(html).toContain('What to do')
    expect(html).not.toMatch(/[`*]/)
    for (const [, other = ''] of html.matchAll(/href="\/problems\/([^"]+)"/g))
      expect(reasons).toContain(other)
  })
  test('is the same where the web server answers in place of the pages', async () => {
    const { body } = troubleAnswer('not-now', {
      path: '/api/v1/requests',
      sent: false,
      appUrl: 'http://habeas.test',
    })
    expect((await pageAt(typed.parse(JSON.parse(body)).type)).html).toContain('unavailable')
  })
})

describe('other addresses', () => {
  test.each(['nonsense', 'constructor', '<script>'])('%s is 404, and is not repeated', async name => {
    const { status, html } = await pageAt(`http://habeas.test/problems/${name}`)
    expect(status).toBe(404)
    expect(html).not.toContain(name)
    expect((await generateMetadata({ params: Promise.resolve({ reason: name }) })).title).toBe(
      'No such problem',
    )
  })
  test('the list of all leads to each', () => {
    const html = renderToStaticMarkup(ProblemsPage())
    expect(reasons.filter(reason => !html.includes(`href="/problems/${reason}"`))).toEqual([])
  })
})
