import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isProblemReason, problemGroups, problemPages } from '@/lib/core/api/problem-pages/index'
import { problemIndexText, problemText } from '@/lib/core/api/problem-pages/problem-text'
import { type ProblemReason, problems } from '@/lib/core/api/problems'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { messageRules } from '@/lib/core/handbook/messages/index'

const folder = 'docs/problems'
const reasons = Object.keys(problems).filter(isProblemReason)
const wordsOf = (reason: ProblemReason): string => {
  const { means, why, next } = problemPages[reason]
  return [means, ...why, ...next].join('\n')
}
/** What links in a page lead to, from the folder that it is in. */
const linksIn = (text: string) => [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target)

describe('a page for every reason', () => {
  test('each reason of a problem has one, and no page is without a reason', () => {
    expect(Object.keys(problemPages).toSorted()).toEqual(Object.keys(problems).toSorted())
    expect(problemGroups.flatMap(group => group.reasons).toSorted()).toEqual(Object.keys(problems).toSorted())
    expect(readdirSync(folder).toSorted()).toEqual(
      [...reasons.map(reason => `${reason}.md`), 'README.md'].toSorted(),
    )
  })
  test('names that every object has are no reasons', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) expect(isProblemReason(name)).toBe(false)
  })
  test.each(reasons)('%s is in docs/problems as it is shown (else: npm run habeas -- machine)', reason => {
    expect(readFileSync(`${folder}/${reason}.md`, 'utf8')).toBe(problemText(reason))
  })
  test('so is the index (else: npm run habeas -- machine)', () => {
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(problemIndexText())
  })
  test('every link leads to a file, and docs/api.md leads to the index', () => {
    const files = readdirSync(folder).map(name => join(folder, name))
    const dead = files.flatMap(file =>
      linksIn(readFileSync(file, 'utf8'))
        .filter(target => !existsSync(join(dirname(file), target)))
        .map(target => `${file}: ${target}`),
    )
    expect(dead).toEqual([])
    expect(linksIn(readFileSync('docs/api.md', 'utf8'))).toContain('problems/README.md')
  })
})

describe('what a page says', () => {
  test.each(reasons)('%s: something of its own, with words that close', reason => {
    const others = reasons.filter(other => other !== reason)
    const { means, why, next, see = [] } = problemPages[reason]
    expect(others.map(other => problemPages[other].means)).not.toContain(means)
    expect([why.length, next.length].every(lines => lines > 0)).toBe(true)
    expect([...see], 'leads elsewhere').not.toContain(reason)
    for (const line of [means, ...why, ...next]) {
      expect(line.split('`').length % 2, line).toBe(1)
      expect(line.split('*').length % 2, line).toBe(1)
      expect(line, 'is a sentence').toMatch(/[.?]$/)
    }
  })
  test('commands and messages that are called by name exist', () => {
    const known = new Set([
      ...requestCommands.keys(),
      ...taskCommands.keys(),
      ...messageRules.keys(),
      ...reasons,
      // States, outcomes, windows and holds that look like a name.
      ...[
        'already-deleted',
        'no-permission',
        'no-authority',
        'no-account',
        'not-controller',
        'security-denied',
      ],
      ...['owner-consent', 'enterprise-deletion', 'x-from', 'x-roles'],
    ])
    const wrong = reasons.flatMap(reason =>
      [...wordsOf(reason).matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)]
        .filter(([, name = '']) => !known.has(name))
        .map(([name]) => `${reason} names ${name}`),
    )
    expect(wrong).toEqual([])
  })
})
