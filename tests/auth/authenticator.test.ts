import { generate } from 'otplib'
import { describe, expect, test } from 'vitest'
import { newAuthenticatorSecret, timeStepOf } from '@/lib/auth/authenticator'

const secret = newAuthenticatorSecret()
/** A whole number of time steps since 1970. */
const STEP_BEGINS = 1_796_000_010
const stepOf = (seconds: number) => BigInt(Math.floor(seconds / 30))
const codeAt = (seconds: number) => generate({ secret, epoch: seconds })

describe('a code of an authenticator app', () => {
  // The first and the last second of a step: a tolerance counted in seconds would take in another step at one of them.
  test.each([0, 29])(
    'counts one step either side of now, %i seconds into the step, and no further',
    async into => {
      const now = STEP_BEGINS + into
      for (const steps of [-1, 0, 1]) {
        const taken = await timeStepOf(secret, await codeAt(now + steps * 30), now * 1000, 0n)
        expect(taken, `${steps} steps`).toBe(stepOf(now) + BigInt(steps))
      }
      for (const steps of [-3, -2, 2, 3]) {
        const taken = await timeStepOf(secret, await codeAt(now + steps * 30), now * 1000, 0n)
        expect(taken, `${steps} steps`).toBeNull()
      }
    },
  )
  test('counts only where it is newer than the last one that was used', async () => {
    const now = STEP_BEGINS
    const code = await codeAt(now)
    expect(await timeStepOf(secret, code, now * 1000, stepOf(now) - 1n)).toBe(stepOf(now))
    for (const used of [stepOf(now), stepOf(now) + 1n])
      expect(await timeStepOf(secret, code, now * 1000, used)).toBeNull()
  })
  test.each(['', '12345', '1234567', '12345a', '١٢٣٤٥٦', ' 123456'])(
    'is six digits, so %o is none',
    async typed => {
      expect(await timeStepOf(secret, typed, STEP_BEGINS * 1000, 0n)).toBeNull()
    },
  )
})
