import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import type { Role } from '@/lib/core/people/actor'
import { expect, type Mailbox } from './browser'
import { habeas, quietPerson } from './product-desk'

interface TaskView {
  id: string
  name: string
  steps: { key: string; done: boolean }[]
}

/** Somebody of a role at the product's API. */
export interface StaffMember {
  get(reference: string): Promise<{ state: string; outcome: string | null; tasks: TaskView[] }>
  /** Opens a request as from a support ticket. @returns its reference */
  open(body: object): Promise<string>
  command(reference: string, name: string, input: object): Promise<void>
  /** Ticks a task's steps, with a file where it hands data over, and completes it. */
  complete(reference: string, part: string, file?: { name: string; text: string }): Promise<void>
}

export async function aColleague(request: APIRequestContext, role: Role): Promise<StaffMember> {
  const said = await habeas('token', 'create', '--role', role, '--name', `e2e ${randomUUID()}`)
  const headers = { authorization: `Bearer ${said.match(/hbs_[\w-]{43}/)?.[0]}` }
  const at = (path: string) => `${process.env.HABEAS_E2E_URL}/api/v1${path}`
  const post = async (path: string, data: object, status = 200) => {
    const answer = await request.post(at(path), { headers, data })
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(status)
    return await answer.json()
  }
  const get: StaffMember['get'] = async reference =>
    (await request.get(at(`/requests/${reference}`), { headers })).json()
  return {
    get,
    open: async body => (await post('/requests', body, 201)).reference,
    command: async (reference, name, input) => {
      await post(`/requests/${reference}/commands/${name}`, input)
    },
    async complete(reference, part, file) {
      const task = (await get(reference)).tasks.find(task => task.name.includes(part))
      if (file) {
        const { name, text } = file
        const multipart = { file: { name, mimeType: 'text/csv', buffer: Buffer.from(text) } }
        const answer = await request.post(at(`/tasks/${task?.id}/files`), { headers, multipart })
        expect(answer.status(), await answer.text()).toBe(201)
      }
      for (const { key, done } of task?.steps ?? [])
        if (!done) await post(`/tasks/${task?.id}/commands/tick-step`, { step: key })
      await post(`/tasks/${task?.id}/commands/resolve`, { resolution: 'complete' })
    },
  }
}

/** A request that its person has confirmed and that no other test acts on: tests side by side share one product and its queue. @returns its reference */
export async function aRequestOfItsOwn(
  page: Page,
  mail: Mailbox,
  request: APIRequestContext,
): Promise<string> {
  const engineer = await aColleague(request, 'support-engineer')
  const person = await quietPerson()
  const reference = await engineer.open({ type: 'data-access', ...person })
  const link = (await mail.newest(person.email, /^Confirm/)).links.find(link => link.includes('/r/'))
  await page.goto(link ?? 'no link')
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await expect.poll(async () => (await engineer.get(reference)).state).toBe('processing')
  return reference
}
