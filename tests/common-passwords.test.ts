import { expect, test } from 'vitest'
import common from '@/lib/auth/common-passwords.json'
import { hashPassword, passwordFits, passwordProblem, SHORTEST } from '@/lib/auth/password'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'

const kim = { email: 'kim.oakley@staff.example', name: 'Kim Oakley', organisation: 'Company Name' }
const problem = (password: string) => passwordProblem(password, kim)

test('at least the 3,000 commonest that would pass as long enough are known (ASVS 5.0, 6.2.4)', () => {
  const { passwords } = common
  expect(new Set(passwords).size).toBeGreaterThan(3000)
  const unreachable = passwords.filter(
    password => password.length < SHORTEST || password !== password.toLowerCase() || /\s/.test(password),
  )
  expect(unreachable).toEqual([])
})

test.each([
  '123qweasdzxc',
  '1QAZ2WSX3EDC',
  'q1w2e3r4t5y6',
  'Mailcreated5240',
  'cityofangels',
  'City Of Angels',
  'City Of Angels 2026!',
  'c1ty0f@ng3ls',
  'correct horse battery staple',
  'Manchester United',
  'Manchester United 2026',
  '\uff43ityofangels',
])('%s is one of the first to be tried', async password => {
  expect(await problem(password)).toContain('one of the first')
})

test.each([
  'Password2026!',
  'P@ssw0rd2026!!',
  'Welcome2026!!',
  'January2026!!',
  'Summer2026!Summer',
  'LetMeIn2026!!',
  'MyPassword123!',
  'ChangeMe2026!',
  'Admin12345678',
  '!!!2026!!!Sunshine',
  'qwertyuiop[]12',
  'letmeinletmein',
  'one two three four',
  'abcdefghijklmn',
])('%s is guessed soon', async password => {
  expect(await problem(password)).toMatch(/guessed soon|one of the first/)
})

test.each([
  'Habeas2026!!',
  'H4b3as2026!!',
  'Company-Name-2026',
  'company name 2026',
  'CompanyName!!!2026',
  'Kim.Oakley2026',
  'OakleyKim!2026',
  'kim.oakley@staff.example',
])('%s is what anybody would try of Kim', async password => {
  expect(await problem(password)).toMatch(/your name, your address or your organisation|your email address/)
})

test.each([
  'lantern gravel otter',
  'kestrel lantern orchard 42',
  'another good one',
  'cityofangels and a heron',
  'Zwölf graue Reiher',
  'X7#kd92mZq!pw',
  '2026: otters weigh gravel lanterns',
  DEMO_PASSWORD,
])('%s is none of these', async password => {
  expect(await problem(password)).toBeNull()
})

test('every refusal says what to do', async () => {
  for (const password of ['short', 'x'.repeat(201), 'cityofangels', 'Welcome2026!!', 'Habeas2026!!'])
    expect(await problem(password)).toMatch(/^Use at (least|most) \d+ characters\.$|Take several words/)
})

test('letters count as they are composed, both when a password is set and when it is tried', async () => {
  const typed = Array.from({ length: 110 }, (_, at) => `${'aeiou'.charAt((at * at) % 5)}\u0301`).join('')
  expect(typed).toHaveLength(220)
  const stored = await hashPassword(typed)
  expect(await passwordFits(stored, typed)).toBe(true)
  expect(await passwordFits(stored, typed.normalize('NFC'))).toBe(true)
  expect(await passwordFits(stored, typed.slice(0, 218))).toBe(false)
  expect(await problem('e\u0301'.repeat(11))).toBe('Use at least 12 characters.')
  expect(await problem(typed)).not.toContain('characters')
  expect(await problem(`${typed}${typed}`)).toBe('Use at most 200 characters.')
})

test('a hostile megabyte is refused at once, and fits nothing', async () => {
  const hostile = `a${'\u0301'.repeat(500_000)}${'\u0316'.repeat(500_000)}`
  expect(await problem(hostile)).toBe('Use at most 200 characters.')
  expect(await passwordFits(null, hostile)).toBe(false)
})

test.each(['4@8({[<3€6&9#!1|l7$5+%2', 'p4$$w0rd', '@$4', '1a'])(
  'two hundred characters of %s are estimated all the same',
  async piece => {
    expect(await problem(piece.repeat(200).slice(0, 200))).toMatch(/Take several words/)
  },
)
