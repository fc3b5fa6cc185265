import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findMessage, isMessageKey } from '@/emails'
import { requestCommands } from '@/lib/core/commands/index'
import { questionMessage } from '@/lib/core/derived/verification/question-sets'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { messageEffects } from '@/lib/core/machine/message-effects'
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
  it('has an effect of its own exactly where send-message sends it', () => {
    const sent = [...messageRules.values()].filter(rule => rule.by === 'send-message').map(rule => rule.key)
    expect(Object.keys(messageEffects).toSorted()).toEqual(sent.toSorted())
  })
  it.each(situations)('gives it only variables that its words know: %s', (_what, _turn, make) => {
    for (const effect of make().effects) {
      if (effect.kind !== 'message' || !isMessageKey(effect.key)) continue
      const known = Object.keys(findMessage(effect.key).variables)
      expect(known, effect.key).toEqual(expect.arrayContaining(Object.keys(effect.variables)))
    }
  })
})
