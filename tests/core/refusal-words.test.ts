import { describe, expect, it } from 'vitest'
import { refusalWords } from '@/lib/core/api/refusal-words'
import { refusals } from '@/lib/core/api/refusals'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import type { Reason } from '@/lib/core/derived/reasons'
import { typeOf } from '@/lib/core/handbook/request-types/type-of'
import type { Actor } from '@/lib/core/people/actor'
import { ada, carl, finn, priya, requester, rosa, sam } from './cast'
import type { Story } from './given'
import { inputsFor, taskInputsFor } from './inputs'
import { situations } from './situations'

interface Said {
  reason: Reason
  words: string
  command: string
  type: string
  state: string
}

/** Every refusal that anybody can get in these situations, by any command, with the words that they read. */
function saidIn(story: Story): Said[] {
  const { request } = story
  const me: Actor = requester(request.id)
  const said: Said[] = []
  const ask = (name: string, input: object, task?: Story['request']['tasks'][number]) => {
    const command = task ? taskCommands.get(name) : requestCommands.get(name)
    for (const actor of [sam, priya, rosa, carl, finn, ada, me]) {
      const decision = story.decide(actor, name, input, task)
      if (decision.ok || decision.reason === 'invalid-input') continue
      const { reason, detail } = decision
      const words = refusalWords(reason, { command, input, request, detail })
      said.push({ reason, words, command: name, type: request.type, state: request.state })
    }
  }
  for (const name of requestCommands.keys())
    for (const input of inputsFor[name]?.(story) ?? []) ask(name, input)
  for (const name of taskCommands.keys())
    for (const task of request.tasks)
      for (const input of taskInputsFor[name]?.(story, task.key) ?? []) ask(name, input, task)
  return said
}

const all = new Map<string, Said>()
for (const [, , make] of situations)
  for (const said of saidIn(make())) all.set(Object.values(said).join(' '), said)
const walked = [...all.values()]
const outside = (words: string) => words.replaceAll(/“[^”]*”/g, '')
const found = (wrong: (said: Said) => boolean) =>
  [...new Set(walked.filter(wrong).map(({ command, type, words }) => `${command}, ${type}: ${words}`))].slice(
    0,
    20,
  )

/** These say what became of another request or of the account itself, no matter which act was refused. */
const ofTheAccount: readonly Reason[] = ['deleted-meanwhile', 'not-deleted', 'access-open']

describe('what a refusal says', () => {
  it('is walked over every command, every type and every state', () => {
    const seen = (key: 'command' | 'type' | 'state') => new Set(walked.map(said => said[key]))
    expect(seen('type').size).toBeGreaterThan(10)
    expect(seen('state').size).toBe(5)
    expect(seen('command').size).toBeGreaterThan(50)
    expect(new Set(walked.map(({ reason }) => reason)).size).toBeGreaterThan(45)
  })
  it('speaks of deleting only for a type that deletes', () => {
    const deletes = ({ type }: Said) => type.endsWith('-deletion')
    expect(
      found(
        said => !deletes(said) && !ofTheAccount.includes(said.reason) && /delet/i.test(outside(said.words)),
      ),
    ).toEqual([])
  })
  it('speaks of handing over only for a type that hands data over', () => {
    const hands = ['data-access', 'data-export']
    expect(
      found(
        ({ type, reason, words }) =>
          !hands.includes(type) && reason !== 'access-open' && /hand(ed)? over/i.test(outside(words)),
      ),
    ).toEqual([])
  })
  it('speaks of a message only where one was to be sent or answered', () => {
    expect(found(({ words }) => /^This message|is sent by its own command/.test(words))).toEqual([])
  })
  it('never says that somebody changed the request: that is for the version alone', () => {
    expect(found(({ words }) => /somebody changed/i.test(words))).toEqual([])
  })
  it('speaks of questions only to acts about questions', () => {
    const about =
      /question|verification|answer|cannot-know|send-message|record-reply|security-review|escalat|take-over/
    expect(
      found(({ command, words }) => /^(The|These) questions/.test(words) && !about.test(command)),
    ).toEqual([])
  })
  it('says that a task is not open only of acts for open tasks', () => {
    const closedOnes = ['reopen-task', 'accept-exception']
    expect(
      found(({ command, words }) => closedOnes.includes(command) && words.startsWith('The task is not open')),
    ).toEqual([])
  })
  it('names the act that doesn’t fit the state or the type', () => {
    const vague = found(
      ({ reason, words, type }) =>
        reason === 'illegal-state' &&
        !/^“[^”]+” can’t be done in this state\./.test(words) &&
        !words.includes(typeOf({ type }).title.toLowerCase()),
    )
    expect(vague).toEqual([])
  })
  it('says what to do instead: a second sentence, or one after a semicolon', () => {
    expect(found(({ words }) => !/[.;:] .*[.]$/.test(words))).toEqual([])
    const short = Object.entries(refusals).filter(([, { title }]) => !/[.;:,] .*[.]$/.test(title))
    expect(short.map(([reason]) => reason)).toEqual([])
  })
})
