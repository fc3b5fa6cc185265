import { createHash } from 'node:crypto'

/** Somebody's data, as a careless product would send it; none occurs by chance. */
export const planted = {
  name: 'Jane Quillfeather',
  email: 'jane.quillfeather@people.example',
  address: '203.0.113.77',
  phone: '+31 6 5551 7788',
  userId: '918442177310',
  device: '0d6f3c1e-9b1c-4c55-8f0e-5a51bd22f7e1',
  session: '5be1a1f4-7a39-4d1e-9f55-1c8c2a9be0a7',
  network: 'f19a4c3e-2222-4d1e-8888-1c8c2a9be0a7',
  agent: 'Mozilla/5.0 (QuillfeatherOS 9.1) Gecko/20100101 Firefox/141.0',
  title: 'Quillfeather family diary',
  path: 'janequillfeather',
  project: 'our-wedding-plans',
  secret: 'glpat-quillfeather-token',
  branch: 'quillfeather/fix-login',
  host: 'janes-laptop.quillfeather.example',
  city: 'Quillfeatherton',
  zone: 'Antarctica/Quillfeather',
}

/** Every form in which a value could be left behind by anybody who has no key. */
export function forms(value: string): string[] {
  const bytes = Buffer.from(value)
  const hashed = [value, value.toLowerCase()].flatMap(text =>
    ['md5', 'sha1', 'sha256', 'sha512'].flatMap(hash => {
      const digest = createHash(hash).update(text).digest()
      return [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]
    }),
  )
  const whole = bytes.toString('base64').replace(/=+$/, '')
  return [
    value,
    value.toLowerCase(),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    whole,
    bytes.toString('base64url'),
    bytes.toString('hex'),
    ...hashed,
  ]
}

/** What of the planted data a text contains, in any form. */
export function leaked(text: string): string[] {
  const folded = text.toLowerCase()
  return Object.entries(planted).flatMap(([name, value]) =>
    forms(value)
      .filter(form => text.includes(form) || folded.includes(form.toLowerCase()))
      .map(form => `${name} as ${form}`),
  )
}
