import { expect, test } from 'vitest'
import { z } from 'zod'
import { systemKinds } from '@/lib/systems'
import { addressProblem } from '@/lib/systems/address-words'
import { fieldsOf, setting } from '@/lib/systems/settings-fields'
import { register } from '../support/test-kind'

test('a kind’s settings are told in their order: label, shape, whether needed, secret or an address', () => {
  const told = fieldsOf(register.settings).map(({ name, shape, required, secret, address }) =>
    [name, shape, required && 'needed', secret && 'secret', address && 'address'].filter(Boolean).join(' '),
  )
  expect(told).toEqual([
    'url text needed address',
    'token text needed secret',
    'webhookSecret text secret',
    'project text',
    'most number',
    'macros lines',
  ])
  const role = setting({ label: 'Role' }, z.enum(['one', 'other']).default('one'))
  const on = setting({ label: 'On' }, z.boolean().optional())
  expect(fieldsOf(z.object({ role, on }))).toMatchObject([
    { label: 'Role', shape: 'choice', choices: ['one', 'other'], required: false },
    { label: 'On', shape: 'yes-no', required: false },
  ])
  const shared = z.string().max(3)
  const [first, second] = [
    setting({ label: 'First', secret: true }, shared),
    setting({ label: 'Second' }, shared),
  ]
  expect(fieldsOf(z.object({ first, second }))).toMatchObject([
    { label: 'First', secret: true },
    { label: 'Second', secret: false },
  ])
  expect(first.safeParse('four').success).toBe(false)
  expect(() => fieldsOf(z.object({ bare: z.string() }))).toThrow(/without setting/)
})

test('every kind’s settings can be told, and its secrets are texts', () => {
  for (const [key, { settings }] of systemKinds)
    for (const { name, secret, shape } of fieldsOf(settings))
      expect(secret && shape !== 'text', `${key} ${name}`).toBe(false)
})

test.each([
  ['inside', '10.0.0.5', /ALLOWED_PRIVATE_HOSTS/],
  ['inside, in IPv6', '::ffff:192.168.0.1', /ALLOWED_PRIVATE_HOSTS/],
  ['outside', '93.184.216.34', null],
])('a name that leads %s is judged by where it leads', async (_where, address, words) => {
  const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }]
  const problem = await addressProblem('https://crm.example', { allowed: [], isSecret: false, resolve })
  if (words) expect(problem).toMatch(words)
  else expect(problem).toBeNull()
})

test('only an address that is itself a secret may carry a query', async () => {
  const [asking, url] = [{ allowed: [], resolve: async () => [] }, 'https://hooks.example/x?key=1']
  expect(await addressProblem(url, { ...asking, isSecret: true })).toBeNull()
  expect(await addressProblem(url, { ...asking, isSecret: false })).toMatch(/question mark/)
})
