import { expect, test } from 'vitest'
import { run } from '@/lib/cli/staff-add'
import { setPassword } from '@/lib/door/staff/set-password'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, url } = await testDatabase({ staffed: false })
testEnvironment(url)

async function staffAdd(...args: string[]) {
  const said: string[] = []
  const out = (text: string) => {
    said.push(text)
  }
  const code = await run(args, { out, err: out, isTTY: false })
  return { code, all: said.join('\n') }
}

test('adds somebody, prints and mails a link that sets their password', async () => {
  const { code, all } = await staffAdd('Kim.Vermeer@Staff.example', '--role', 'privacy')
  expect(code).toBe(0)
  const link = all.match(/^http:\/\/habeas\.test\/set-password\?token=([\w-]{43})$/m)
  expect(await setPassword(link?.[1] ?? '', 'lantern gravel otter')).toMatchObject({ ok: true })
  expect(await db.staff.findMany()).toMatchObject([
    { email: 'kim.vermeer@staff.example', name: 'Kim Vermeer', role: 'privacy', demo: false },
  ])
  expect(await db.outbox.count({ where: { recipient: 'kim.vermeer@staff.example' } })).toBe(1)
})

test.each([
  [[], 2],
  [['--role', 'privacy'], 2],
  [['lee@staff.example'], 2],
  [['lee@staff.example', '--role', 'owner'], 1],
  [['not an address', '--role', 'admin'], 1],
  [['kim.vermeer@staff.example', '--role', 'admin'], 1],
  [['lee@staff.example', '--role', 'admin', '--superuser'], 2],
])('%j is refused and adds nobody', async (args, expected) => {
  const before = await db.staff.count()
  expect((await staffAdd(...args)).code).toBe(expected)
  expect(await db.staff.count()).toBe(before)
})
