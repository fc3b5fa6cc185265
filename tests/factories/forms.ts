import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { answersFrom, offeredType } from '@/lib/core/intake/intake-form'
import { readIntakeDraft } from '@/lib/door/intake/intake-draft'
import { env } from '@/lib/env'

const found = offeredType('deceased-deletion')
if (!found) throw new Error('the type is not offered')
/** A type whose form takes documents. */
export const typeWithProofs = found

let network = 0
/** A network from which nothing has come yet. */
export const elsewhere = (): string => `203.0.113.${++network}`

let people = 0
/** What is typed into the form for somebody who has died, by an agent whom nobody knows yet. */
export const typedByAgent = (): Record<string, string> => {
  people += 1
  return {
    relationship: 'authorized-agent',
    email: `theirs-${people}@people.example`,
    username: 'robin',
    requesterEmail: `agent-${people}@people.example`,
  }
}
export const answersOf = (fields: Record<string, string>) => answersFrom(typeWithProofs, name => fields[name])

/** A form with files, as a browser sends it. */
export function formWith(field: string, files: Record<string, string>, onward = 'check') {
  const data = new FormData()
  for (const [name, content] of Object.entries(files)) data.append(field, new Blob([content]), name)
  data.append('onward', onward)
  const { body, headers } = new Request('http://habeas.test', { method: 'POST', body: data })
  return { body, contentType: headers.get('content-type') }
}

/** How many files lie in the storage. */
export function storedFiles(): number {
  const folder = fileURLToPath(env().storageUrl)
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(item => item.isFile()).length
}

/** The names of the documents that a form holds. */
export const proofsOf = async (secret: string): Promise<string[] | undefined> =>
  (await readIntakeDraft(secret))?.proofs.map(proof => proof.name)
