import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { machineOf } from '@/lib/core/diagram/machine'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { states } from '@/lib/core/request/request'

const page = readFileSync('docs/lifecycle.md', 'utf8')
const types = [...requestTypes.values()]

describe('docs/lifecycle.md', () => {
  it('has a heading for each state, in the order in which a request passes them', () => {
    const headings = [...page.matchAll(/^## (\S+)$/gm)].flatMap(([, word = '']) => word)
    expect(headings.filter(word => word === word.toLowerCase())).toEqual([...states])
  })
  it('draws exactly the moves that some request type has', () => {
    const drawn = [...page.matchAll(/^ {2}(\w+) --> (\w+) :/gm)].map(([, from, to]) => `${from} → ${to}`)
    const moves = types.flatMap(type => machineOf(type, types).moves.map(({ from, to }) => `${from} → ${to}`))
    expect(drawn.toSorted()).toEqual([...new Set(moves)].toSorted())
  })
})
