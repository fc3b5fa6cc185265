import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { laws, lawsByPlace } from '@/lib/core/deadlines/laws/index'
import { messageRules } from '@/lib/core/handbook/messages/index'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { requirements, requirementsOf } from '@/lib/core/machine/requirements/index'
import { windowRule } from '@/lib/core/machine/windows'
import { windowReasons } from '@/lib/core/request/response-window'
import { signalsByKey } from '@/lib/core/risk/signals/index'

/** Folders with one file an entry, and what each index lists under its keys. */
const registries = [
  ['lib/core/handbook/request-types', [...requestTypes]],
  ['lib/core/handbook/tasks', [...taskPlans]],
  ['lib/core/risk/signals', Object.entries(signalsByKey)],
] as const

describe.each(registries)('%s', (folder, listed) => {
  it('lists every file that holds an entry', () => {
    const index = readFileSync(`${folder}/index.ts`, 'utf8')
    const unlisted = readdirSync(folder).filter(
      name =>
        name !== 'index.ts' &&
        /^ {2}key: '/m.test(readFileSync(`${folder}/${name}`, 'utf8')) &&
        !index.includes(`from './${name.replace('.ts', '')}'`),
    )
    expect(unlisted, `add to ${folder}/index.ts`).toEqual([])
  })
  it('lists each entry under its own key', () => {
    expect(listed.map(([, { key }]) => key)).toEqual(listed.map(([key]) => key))
  })
})

describe('the laws', () => {
  it('are listed from every file, under its name', () => {
    const files = readdirSync('lib/core/deadlines/laws').filter(name => name !== 'index.ts')
    const places = Object.keys(lawsByPlace).map(place => `${place}.ts`)
    expect(places.toSorted()).toEqual(files.toSorted())
  })
  it('have each an id of its own', () => {
    const ids = laws.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})

describe('the requirements', () => {
  it('bring each response window once, but those of the confirmation and of what somebody means', () => {
    const brought = requirements.flatMap(({ windows }) => windows.map(({ reason }) => reason))
    expect(['clarification', 'confirmation', ...brought].toSorted()).toEqual([...windowReasons].toSorted())
    for (const reason of windowReasons) expect(windowRule(reason).lapse).toBeTypeOf('function')
  })
  it('ask the person only within windows of their own', () => {
    for (const { key, ask, windows } of requirements)
      if (ask)
        expect(
          windows.map(({ reason }) => reason),
          key,
        ).toContain(ask.window)
  })
  it('carry the windows of the messages that they send', () => {
    for (const { key, says, windows } of requirements)
      for (const message of says) {
        const opens = messageRules.get(message)?.window?.reason
        if (opens)
          expect(
            windows.map(({ reason }) => reason),
            key,
          ).toContain(opens)
      }
  })
})

describe('a request type', () => {
  it.each([...requestTypes.values()])(
    '$key gets the requirements that carry its keys, in its order',
    type => {
      expect(requirementsOf({ type: type.key, actingAs: 'self' }).map(({ key }) => key)).toEqual(
        type.requirements,
      )
    },
  )
  it.each([...requestTypes.values()])('$key becomes only a type that there is', type => {
    for (const other of [type.enterpriseBecomes, type.individualBecomes])
      expect(other === null || requestTypes.has(other), other ?? '').toBe(true)
  })
  it.each([...requestTypes.values()])('$key has only tasks that the index lists', ({ tasks }) => {
    for (const task of tasks) expect(taskPlans.get(task.key)).toBe(task)
  })
})
