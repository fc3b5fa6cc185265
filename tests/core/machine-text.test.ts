import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { machineOf } from '@/lib/core/diagram/machine'
import { anytimePage, machinePage, mermaid } from '@/lib/core/diagram/machine-text'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { possibleRequirementsOf } from '@/lib/core/machine/requirements/index'
import { screensOf } from '@/lib/core/machine/screens/index'

const types = [...requestTypes.values()]
const folder = 'docs/machine'

describe('the machine, drawn', () => {
  it('has a page for each request type, one for them all, and no others', () => {
    const pages = ['any-time', ...types.map(type => type.key)]
    expect(readdirSync(folder).toSorted()).toEqual(pages.map(page => `${page}.md`).toSorted())
  })
  it('says what every type allows on a page that is not stale (else: npm run habeas -- machine)', () => {
    expect(readFileSync(`${folder}/any-time.md`, 'utf8')).toBe(anytimePage(types))
  })
  it.each(types)(
    '$key: each command that moves nothing is on its page or on the common one, not on both',
    type => {
      const lines = (page: string) => new Set(page.split('\n').filter(line => /^\| `/.test(line)))
      const [own, common] = [lines(machinePage(type, types)), lines(anytimePage(types))]
      expect([...own].filter(line => common.has(line))).toEqual([])
      const all = [...own, ...common].join('\n')
      const names = machineOf(type, types).anytime.map(command => `| \`${command.name}\``)
      expect(names.filter(name => !all.includes(name))).toEqual([])
    },
  )
  it.each(types)('$key: its page is what the definitions say (else: npm run habeas -- machine)', type => {
    expect(readFileSync(`${folder}/${type.key}.md`, 'utf8')).toBe(machinePage(type, types))
  })
  it.each(types)('$key: every state is reached, and every state but the end is left', type => {
    const { states, moves } = machineOf(type, types)
    const reached = new Set(['submitted', ...moves.map(move => move.to)])
    expect(states.filter(state => !reached.has(state))).toEqual([])
    const left = new Set(moves.map(move => move.from))
    expect(states.filter(state => !left.has(state))).toEqual([])
  })
  it('names only commands and messages that there are', () => {
    const requirements = types.flatMap(possibleRequirementsOf)
    for (const { settledBy, says } of requirements) {
      for (const name of settledBy) expect([...requestCommands.keys()]).toContain(name)
      for (const key of says) expect([...messageRules.keys()]).toContain(key)
    }
    for (const { says } of types.flatMap(screensOf)) expect([...messageRules.keys()]).toContain(says)
  })
  it('leaves no command out: each is on the page of some type', () => {
    const drawn = new Set(
      types.flatMap(type => {
        const { moves, anytime } = machineOf(type, types)
        return [...moves.flatMap(move => move.commands), ...anytime].map(command => command.name)
      }),
    )
    const known = [...requestCommands.keys(), ...taskCommands.keys()]
    expect(known.filter(name => !drawn.has(name))).toEqual([])
  })
  it('draws an enterprise deletion with its owner, and a marketing deletion without any checks', () => {
    const draw = (key: string) => {
      const type = requestTypes.get(key)
      return type ? mermaid(machineOf(type, types)) : ''
    }
    expect(draw('enterprise-deletion')).toContain('record-owner-decision')
    expect(draw('individual-deletion')).not.toContain('record-owner-decision')
    expect(draw('marketing-deletion')).not.toContain('checking')
  })
})
