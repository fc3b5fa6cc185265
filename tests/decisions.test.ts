import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Decisions, decisionFaults, readDecisions } from '@/tests/support/decisions'

const decision = (number: string, status = 'accepted') =>
  `# ${number} · A title\n\n- Date: 2026-01-31\n- Status: ${status}\n\n## Context\n\n## Decision\n\n## Consequences\n`
const line = (number: string, status = 'accepted') =>
  `| [${number}](${number}-a.md) | A title | 2026-01-31 | ${status} |`

describe('decisions', () => {
  test.each(['docs/decisions', 'docs/decisions/handbook'])('%s and its index agree', folder => {
    const decisions = readDecisions(folder)
    expect(Object.keys(decisions.files)).not.toEqual([])
    expect(decisionFaults(decisions)).toEqual([])
  })
  test.each(['docs/decisions', 'docs/decisions/handbook'])('%s: every link leads to a file', folder => {
    const pages = readdirSync(folder).filter(name => name.endsWith('.md') && name !== 'template.md')
    const broken = pages.flatMap(page =>
      [...readFileSync(join(folder, page), 'utf8').matchAll(/\]\(([^)#:]+)\)/g)]
        .filter(([, target = '']) => !existsSync(join(folder, target)))
        .map(([, target]) => `${page} → ${target}`),
    )
    expect(broken).toEqual([])
  })

  const replaced = 'replaced by [0002](0002-a.md)'
  const sound: Decisions = {
    index: [line('0001', replaced), line('0002')].join('\n'),
    files: { '0001-a.md': decision('0001', replaced), '0002-a.md': decision('0002') },
  }
  test('one that is replaced by a later one is sound', () => {
    expect(decisionFaults(sound)).toEqual([])
  })
  test('a gap and a number used twice are found', () => {
    const third = { index: line('0003'), files: { '0003-a.md': decision('0003') } }
    expect(decisionFaults(third)).toEqual(['0003-a.md should be number 0001'])
    const files = { ...sound.files, '0002-b.md': decision('0002') }
    expect(decisionFaults({ ...sound, files })).toContain('0002-b.md should be number 0003')
  })
  test('a file that the index lacks, and a line without a file, are found', () => {
    expect(decisionFaults({ ...sound, index: line('0001', replaced) })).toEqual([
      'the index lacks the line of 0002-a.md',
    ])
    expect(decisionFaults({ ...sound, index: `${sound.index}\n${line('0003')}` })).toEqual([
      "the index lists 0003-a.md, which isn't there",
    ])
  })
  test('a replacement that is missing or earlier, and a status that is neither, are found', () => {
    const only = (status: string) => ({
      index: line('0001', status),
      files: { '0001-a.md': decision('0001', status) },
    })
    expect(decisionFaults(only('replaced by [0009](0009-a.md)'))).toEqual([
      "0001-a.md names 0009-a.md, which isn't a later decision",
    ])
    expect(decisionFaults(only('maybe'))).toEqual(['0001-a.md has an unknown status: maybe'])
  })
})
