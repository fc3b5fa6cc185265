import { expect, it } from 'vitest'
import { accountSource } from '@/lib/systems/index'

const nobody = { emailExists: false, usernameExists: false, sameAccount: false, account: null }

it('answers with what the directory knows, and says that it was the directory', async () => {
  const asked: string[][] = []
  const source = accountSource(async (...words) => {
    asked.push(words)
    return nobody
  })
  expect(await source.lookUp('robin@people.example', 'robin')).toEqual({
    reached: true,
    source: source.name,
    facts: nobody,
  })
  expect(asked).toEqual([['robin@people.example', 'robin']])
})

it('never turns a broken database into "no account"', async () => {
  const source = accountSource(() => Promise.reject(new Error('gone')))
  await expect(source.lookUp('robin@people.example', 'robin')).rejects.toThrow('gone')
})
