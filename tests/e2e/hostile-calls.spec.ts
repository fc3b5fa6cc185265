import { expect, test } from '../support/browser'

const home = () => process.env.HABEAS_E2E_URL ?? ''

/** The id of the sign-in page's own action, as its form carries it without script. */
async function actionId(): Promise<string> {
  const page = await (await fetch(`${home()}/sign-in`)).text()
  const [id] = page.match(/[0-9a-f]{40,64}(?=&quot;)/) ?? []
  if (!id) throw new Error('the form names no action')
  return id
}

const call = async (headers: Record<string, string>, body: string) =>
  (
    await fetch(`${home()}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: home(), ...headers },
      body,
    })
  ).status

const multipart = 'multipart/form-data; boundary=b'
const part = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

test('hostile calls of server actions are the caller’s fault, with or without a session', async () => {
  const id = await actionId()
  const bodies = [
    '',
    '[]',
    'no json',
    '{}',
    'null',
    '"$undefined"',
    '[null,["a"]]',
    '[null,{"get":1}]',
    '["$K1"]',
  ]
  const references = [
    '["$@9"]',
    '["$F1"]',
    '["$h1"]',
    '[{"__proto__":{"a":1}}]',
    '["$B1"]',
    '['.repeat(50_000),
  ]
  for (const body of [...bodies, ...references])
    expect(await call({ 'next-action': id, 'content-type': 'text/plain' }, body), body.slice(0, 40)).toBe(400)
  const forms = [
    '',
    '--b',
    part('0', '["$K1"]'),
    `${part('1_email', 'x')}--b--`,
    `${part('0', '[1,2]')}--b--`,
  ]
  for (const body of forms)
    expect(await call({ 'next-action': id, 'content-type': multipart }, body), body).toBe(400)
  expect(await call({ 'next-action': id, 'content-type': 'multipart/form-data' }, 'x')).toBe(400)
  for (const name of [
    '$ACTION_REF_1',
    '$ACTION_ID_nothing',
    '$ACTION_1:0',
    `$ACTION_REF_${'9'.repeat(40)}`,
  ]) {
    const status = await call({ 'content-type': multipart }, `${part(name, '{"id":7}')}--b--`)
    expect([status, status >= 500], name).toEqual([status, false])
  }
  for (const unknown of ['x', '__proto__', 'constructor', '7f'.repeat(20), '%00']) {
    const status = await call({ 'next-action': unknown, 'content-type': 'text/plain' }, '[]')
    expect([status, status >= 400 && status < 500], unknown).toEqual([status, true])
  }
})
