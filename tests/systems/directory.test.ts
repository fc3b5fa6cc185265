import { expect, it } from 'vitest'
import { accountDirectory } from '@/lib/systems/directory'

const nobody = { emailExists: false, usernameExists: false, sameAccount: false, account: null }

it('answers with what the directory knows, and says that it was the directory', async () => {
  const asked: string[][] = []
  const source = accountDirectory({
    answers: async (...words) => {
      asked.push(words)
      return { ...nobody, emails: [] }
    },
    primaryAddress: async () => null,
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
  const broken = () => Promise.reject(new Error('gone'))
  const source = accountDirectory({ answers: broken, primaryAddress: broken })
  await expect(source.lookUp('robin@people.example', 'robin')).rejects.toThrow('gone')
})
