import { describe, expect, test } from 'vitest'
import { strandedAnswer } from '@/app/(privacy-center)/my/request/stranded'
import { typedInto, type What } from '@/app/(privacy-center)/my/request/typed-into'
import { verificationOf } from '@/lib/core/request/current'
import { sam } from './core/cast'
import { aRequest } from './core/given'
import { sourceFiles } from './support/source'

const written: [form: What, field: string][] = [
  ['answers', 'since'],
  ['reply', 'text'],
  ['help', 'text'],
  ['clarification', 'text'],
  ['contact', 'text'],
  ['documents', 'text'],
  ['appeal', 'disagreement'],
  ['complaint', 'disagreement'],
]

describe('what somebody was writing on their own page as their visit ended', () => {
  test.each(written)('is kept from the form for %s', (form, field) => {
    const words = typedInto(form, new URLSearchParams({ press: 'a', [field]: 'An hour of work' }))
    expect(JSON.stringify(words)).toContain('An hour of work')
  })
  test('is kept from every form that has a field for words', () => {
    const forms = sourceFiles()
      .filter(({ path }) => path.startsWith('components/public/'))
      .flatMap(({ text }) =>
        [...text.matchAll(/action="\/my\/request\/([a-z]+)[^"]*"/g)].map(([, form]) => form),
      )
    const named: Record<string, string> = { complain: 'complaint' }
    const wordless = ['unknown', 'withdraw', 'code', 'leave']
    const known = [...wordless, ...written.map(([form]) => form)]
    expect(forms.length).toBeGreaterThan(5)
    expect(forms.filter(form => !known.includes(named[form ?? ''] ?? form ?? ''))).toEqual([])
  })
})

describe('an answer to what is no longer asked', () => {
  const access = () => aRequest({}, { type: 'data-access', country: 'GB' }).begun()
  const asked = () => access().does(sam, 'ask-clarification', { question: 'All of it?' })

  test('begins a message, so that nobody writes it twice', () => {
    const words = { clarification: 'Only this year' }
    expect(strandedAnswer(asked().request, words)).toBeUndefined()
    expect(strandedAnswer(access().request, words)).toBe('Only this year')
    expect(strandedAnswer(access().request, { documents: { text: 'Here they are' } })).toBe('Here they are')
    expect(strandedAnswer(access().request, { clarification: ' ' })).toBeUndefined()
    expect(strandedAnswer(access().request, {})).toBeUndefined()
  })
  test('stands below its question', () => {
    const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
    const [question] = verificationOf(story.request)?.questions ?? []
    if (!question) return expect.unreachable()
    const answers = { [question.key]: 'In 2019' }
    expect(strandedAnswer(story.request, { answers })).toBeUndefined()
    const late = story.days(40).request
    expect(strandedAnswer({ ...late, windows: [] }, { answers })).toBe(`${question.text}\nIn 2019`)
  })
})
