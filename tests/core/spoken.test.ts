import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findMessage, isMessageKey } from '@/emails'
import { requestCommands } from '@/lib/core/commands/index'
import { questionMessage } from '@/lib/core/derived/verification/question-sets'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { effectOf, messageEffects } from '@/lib/core/machine/message-effects'
import { priya, sam } from './cast'
import { aRequest } from './given'
import { situations } from './situations'

const core = join(import.meta.dirname, '../../lib/core')
const written = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .flatMap(name => [...readFileSync(join(core, name), 'utf8').matchAll(/\.say\(\s*'([a-z-]+)'/g)])
  .map(match => match[1] ?? '')

describe('every message that the core sends', () => {
  it('has its words among the emails', () => {
    const keys = new Set([...written, ...messageRules.keys(), ...Object.values(questionMessage)])
    expect(keys.size).toBeGreaterThan(15)
    expect([...keys].filter(key => !isMessageKey(key))).toEqual([])
  })
  it('has a rule that says what it is for', () => {
    expect(written.filter(key => !messageRules.has(key))).toEqual([])
  })
  it('is sent by a command that there is, or by the system', () => {
    for (const { by } of messageRules.values())
      expect(by === 'system' || requestCommands.has(by), by).toBe(true)
  })
  it('has an effect of its own only where send-message sends it', () => {
    const others = Object.keys(messageEffects).filter(key => messageRules.get(key)?.by !== 'send-message')
    expect(others).toEqual([])
  })
  it('is only sent, with what was edited, where it has no effect of its own', () => {
    const story = aRequest().begun()
    const before = story.request
    const decision = effectOf('access-link')(before, { body: 'Other words' }, story.context(sam))
    if (!decision.ok) throw new Error(decision.reason)
    const { messages, ...rest } = decision.next
    expect(messages.map(({ key }) => key)).toEqual([...before.messages.map(({ key }) => key), 'access-link'])
    expect({ ...rest, messages: before.messages }).toEqual(before)
    expect(decision.effects).toMatchObject([
      { kind: 'message', key: 'access-link', edited: { body: 'Other words' } },
    ])
  })
  it('is sent only by the roles that its rule names', () => {
    const story = aRequest({}, { type: 'deceased-deletion', relationship: 'authorized-agent' }).begun()
    expect(messageRules.get('documents-needed')?.roles).toEqual(['privacy'])
    expect(story.attempt(sam, 'send-message', { message: 'documents-needed' })).toBe('not-allowed')
    expect(story.attempt(priya, 'send-message', { message: 'documents-needed' })).toBeNull()
  })
  it.each(situations)('gives it only variables that its words know: %s', (_what, _turn, make) => {
    for (const effect of make().effects) {
      if (effect.kind !== 'message' || !isMessageKey(effect.key)) continue
      const known = Object.keys(findMessage(effect.key).variables)
      expect(known, effect.key).toEqual(expect.arrayContaining(Object.keys(effect.variables)))
    }
  })
})
