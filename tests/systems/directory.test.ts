import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { accountSource } from '@/lib/systems/index'

const nobody = { emailExists: false, usernameExists: false, sameAccount: false, account: null }

it('answers with what the directory knows, and says that it was the directory', async () => {
  const asked: string[][] = []
  const source = accountSource(async (...words) => {
    asked.push(words)
    return { ...nobody, emails: [] }
  })
  expect(await source.lookUp('robin@people.example', 'robin')).toEqual({
    reached: true,
    source: source.name,
    facts: nobody,
    emails: [],
  })
  expect(asked).toEqual([['robin@people.example', 'robin']])
})

it('never turns a broken database into "no account"', async () => {
  const source = accountSource(() => Promise.reject(new Error('gone')))
  await expect(source.lookUp('robin@people.example', 'robin')).rejects.toThrow('gone')
})

it('lists every file that answers an account source in the index', () => {
  const read = (name: string) => readFileSync(`lib/systems/${name}`, 'utf8')
  const unlisted = readdirSync('lib/systems').filter(
    name =>
      name !== 'index.ts' &&
      /\): AccountSource \{/.test(read(name)) &&
      !read('index.ts').includes(`from './${name.replace('.ts', '')}'`),
  )
  expect(unlisted, 'add to lib/systems/index.ts').toEqual([])
})
