import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectFiles, sourceFiles } from '@/tests/support/source'

/**
 * Comments, tests, docs and words on screen name their subject. What a figure or an event is described with has a version of its
 * own, which a change of words would raise, so it isn't read here; docs/adding-an-event.md repeats some of it.
 */

// The brackets keep this file from matching itself.
const AVOIDED = /\b(who[e]ver|what[e]ver)\b/gi
const BY_ITSELF = /\bby\s+(?:itself|themselves)\b/g
const SCREEN = ['docs/adding-an-event.md']

const blank = (text: string) => text.replace(/[^\n]/g, ' ')

/** The text with everything but its comments blanked out, so that positions stay. */
function commentsOf(text: string): string {
  let comments = ''
  let end = 0
  for (const { 0: comment, index } of text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/gm)) {
    comments += blank(text.slice(end, index)) + comment
    end = index + comment.length
  }
  return comments
}

/** What is on screen, or may be: the text with its comments blanked out. */
function withoutComments(text: string): string {
  const comments = commentsOf(text)
  return text.replace(/[^\n]/g, (letter, at) => (comments[at] === ' ' ? letter : ' '))
}

/** Each match with its line, and what to write in its place. */
const found = (path: string, text: string, pattern: RegExp, advice: string) =>
  [...text.matchAll(pattern)].map(
    ({ 0: word, index }) => `${path}:${text.slice(0, index).split('\n').length} says “${word}”; ${advice}`,
  )

const avoided = (path: string, text: string) =>
  found(path, text, AVOIDED, 'name the subject: “the person who …”, “any …”, “no matter which …”')

describe('plain English', () => {
  test('in comments and tests', () => {
    const wrong = sourceFiles().flatMap(({ path, text }) =>
      avoided(path, path.startsWith('tests/') ? text : commentsOf(text)),
    )
    expect(wrong).toEqual([])
  })
  test('on screen, where work continues rather than goes on', () => {
    const wrong = sourceFiles()
      .filter(({ path }) => /^(app|components|emails|lib)\//.test(path) && !/^lib\/usage-data\//.test(path))
      .flatMap(({ path, text }) => [
        ...avoided(path, text),
        ...found(path, text, /\b(?:go|goes|going) on\b(?! the )/g, 'write “continue”'),
        ...found(path, withoutComments(text), BY_ITSELF, 'write “automatically”, or leave it out'),
      ])
    expect(wrong).toEqual([])
  })
  test('in docs and style sheets', () => {
    const wrong = projectFiles()
      .filter(path => /\.(md|css)$/.test(path) && !SCREEN.includes(path))
      .flatMap(path => avoided(path, readFileSync(path, 'utf8')))
    expect(wrong).toEqual([])
  })
  test('in names: an item of a list is named after what it is', () => {
    const wrong = sourceFiles().flatMap(({ path, code }) =>
      found(
        path,
        code,
        /\bone\b\)?\s*=>|\b(?:const|let) one\b|[[(,] ?one[,:\])]|\bone\.\w/g,
        'name the item, as in `task => task.key`',
      ),
    )
    expect(wrong).toEqual([])
  })
  test('a breach is named with its file, its line and what to write', () => {
    const text = `const name = 'who${'ever'} reads'\n/** For who${'ever'} reads. */`
    expect(avoided('lib/a.ts', commentsOf(text))).toEqual([
      expect.stringMatching(/^lib\/a\.ts:2 says “who.{4}”; name the subject/),
    ])
  })
  test('what only comments say isn’t on screen', () => {
    const text = "const title = 'It ends by itself'\n/** Ends by itself. */ // By itself, by\n// by itself"
    expect(found('lib/a.ts', withoutComments(text), BY_ITSELF, 'leave it out')).toEqual([
      'lib/a.ts:1 says “by itself”; leave it out',
    ])
  })
})
