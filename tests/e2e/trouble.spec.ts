import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { type Killable, killable } from '@/tests/support/killable'

let product: Killable
test.beforeAll(async () => {
  test.setTimeout(300_000)
  product = await killable()
})
test.afterAll(() => product.close())

const raising = (code: string) => `begin raise exception 'as if' using errcode = '${code}'; end`

/** Settings can't be read and limits can't be counted, as PostgreSQL itself would say it. */
const broken = (code: string) => `
  alter table setting rename to setting_away;
  create function broken_setting() returns setof setting_away language plpgsql as $$ ${raising(code)} $$;
  create view setting as select * from broken_setting();
  grant select on setting to habeas_app;
  create function broken_limit() returns trigger language plpgsql as $$ ${raising(code)} $$;
  create trigger broken_limit before insert on rate_limit for each row execute function broken_limit()`
const mended = `
  drop trigger broken_limit on rate_limit;
  drop function broken_limit();
  drop view setting;
  drop function broken_setting();
  alter table setting_away rename to setting`

test('a database that is out of connections is 503 with words on pages and API, and is back by itself', async () => {
  const api = {
    authorization: `Bearer ${await product.habeas('token', 'create', '--role', 'privacy', '--name', 'x')}`,
  }
  for (const [code, status, words] of [
    ['53300', 503, 'can’t answer just now'],
    ['53100', 507, 'no room'],
  ] as const) {
    await product.sql(broken(code))
    const page = await fetch(`${product.origin}/request/what?who=me`)
    expect(page.status).toBe(status)
    expect(page.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await page.text()).toContain(words)

    const headers = { origin: product.origin, 'content-type': 'application/x-www-form-urlencoded' }
    const form = await fetch(`${product.origin}/my/link/send`, {
      method: 'POST',
      headers,
      body: 'email=a%40people.example',
      redirect: 'manual',
    })
    expect(form.status).toBe(status)
    expect(await form.text()).toContain('what you typed is still there')

    const asked = await fetch(`${product.origin}/api/auth/csrf`)
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await asked.json())
    const cookie = asked.headers
      .getSetCookie()
      .map(set => set.split(';')[0])
      .join('; ')
    const signIn = await fetch(`${product.origin}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: new URLSearchParams({ csrfToken, email: 'sam@staff.example', password: 'x' }),
      redirect: 'manual',
    })
    expect(signIn.status, 'nobody is told that their password is wrong').toBe(status)

    const call = await fetch(`${product.origin}/api/v1/requests`, { headers: api })
    expect(call.status).toBe(status)
    expect(call.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(call.headers.get('content-type')).toBe('application/problem+json')
    await product.sql(mended)
  }
  expect((await fetch(`${product.origin}/request/what?who=me`)).status).toBe(200)
  expect((await fetch(`${product.origin}/api/v1/requests`, { headers: api })).status).toBe(200)
})
