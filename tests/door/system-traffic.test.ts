import { afterAll, describe, expect, test } from 'vitest'
import { connectTo } from '@/lib/door/systems/connect'
import { sharedTraffic } from '@/lib/door/systems/traffic'
import { pauseSystem } from '@/lib/store/systems/traffic'
import { SystemFailure } from '@/lib/systems/failure'
import { aSystem } from '../support/a-system'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { GitLabStandIn } from '../support/stand-ins/gitlab'

const { url, sql } = await testDatabase()
const gitlab = await new GitLabStandIn().listen()
process.env.ALLOWED_PRIVATE_HOSTS = gitlab.host
testEnvironment(url)
afterAll(() => gitlab.close())

const traffic = async (perMinute = 100) => {
  const key = await aSystem({ kind: 'gitlab', settings: {} })
  return { key, ...sharedTraffic({ key, name: 'GitLab', perMinute }) }
}
const failed = new SystemFailure('server-error', 'GitLab failed (503).')
const reasonOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'entered',
    error => (error instanceof SystemFailure ? error.reason : error),
  )
const rowOf = async (key: string) => {
  const [row] = await sql<{ xmin: string; health: string; failures: number }>(
    'select xmin::text, health, failures from connected_system where key = $1',
    [key],
  )
  return row
}

describe('what all workers share about a system', () => {
  test('of many who enter at once, no more than the limit get through', async () => {
    const { enter } = await traffic(5)
    const entered = await Promise.all(Array.from({ length: 20 }, () => reasonOf(enter())))
    expect(entered.filter(reason => reason === 'entered')).toHaveLength(5)
    expect(entered.filter(reason => reason === 'limited')).toHaveLength(15)
    await expect(enter()).rejects.toMatchObject({ retryAfterSeconds: expect.any(Number) })
  })

  test('a minute later there is room again', async () => {
    const { enter } = await traffic(1)
    await enter()
    expect(await reasonOf(enter())).toBe('limited')
    await sql('update rate_limit set expire = 0')
    expect(await reasonOf(enter())).toBe('entered')
  })

  test('one that asked for a pause is asked nothing, and nothing is counted', async () => {
    const { key, enter } = await traffic()
    await sql('delete from rate_limit')
    await pauseSystem(key, 30)
    await expect(enter()).rejects.toMatchObject({ reason: 'limited', retryAfterSeconds: 30 })
    expect(await sql('select from rate_limit')).toEqual([])
  })

  test('one that fails again and again is left alone', async () => {
    const { enter, leave } = await traffic()
    for (let at = 0; at < 10; at++) {
      await enter()
      await leave(failed)
    }
    expect(await reasonOf(enter())).toBe('circuit-open')
  })

  test('an answer writes nothing while all is well', async () => {
    const { key, enter, leave } = await traffic()
    const before = await rowOf(key)
    await enter()
    await leave(null)
    expect(await rowOf(key)).toEqual(before)
  })

  test.each(['the worker that saw it fail', 'another worker'])(
    'an answer to %s says that it is well again',
    async who => {
      const { key, enter, leave } = await traffic()
      await enter()
      await leave(failed)
      expect(await rowOf(key)).toMatchObject({ health: 'failing', failures: 1 })
      const asked =
        who === 'another worker' ? sharedTraffic({ key, name: 'GitLab', perMinute: 100 }) : { enter, leave }
      await asked.enter()
      await asked.leave(null)
      expect(await rowOf(key)).toMatchObject({ health: 'ok', failures: 0 })
    },
  )

  test('one that was removed is not asked', async () => {
    const { key, enter } = await traffic()
    await sql('delete from connected_system where key = $1', [key])
    expect(await reasonOf(enter())).toBe('unexpected')
  })
})

test('an admin sets how often a GitLab is asked in a minute', async () => {
  const key = await aSystem({
    kind: 'gitlab',
    settings: { url: gitlab.url, callsPerMinute: '10' },
    secrets: { token: gitlab.token },
  })
  const source = (await connectTo(key))?.accounts
  const asked = await Promise.all(
    Array.from({ length: 11 }, () => reasonOf(source?.lookUpByUsername('root') ?? Promise.resolve())),
  )
  expect(asked).toContain('limited')
  expect(gitlab.calls.length).toBe(10)
})
