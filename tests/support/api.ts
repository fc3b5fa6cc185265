import { randomUUID } from 'node:crypto'
import * as fileRoute from '@/app/api/v1/files/[id]/route'
import * as offChannelCommandRoute from '@/app/api/v1/off-channel/[id]/commands/[command]/route'
import * as offChannelOpenRoute from '@/app/api/v1/off-channel/[id]/request/route'
import * as offChannelEntryRoute from '@/app/api/v1/off-channel/[id]/route'
import * as offChannelRoute from '@/app/api/v1/off-channel/route'
import * as documentRoute from '@/app/api/v1/openapi.json/route'
import * as ccpaRoute from '@/app/api/v1/reports/ccpa/route'
import * as auditRoute from '@/app/api/v1/requests/[reference]/audit/route'
import * as requestCommandRoute from '@/app/api/v1/requests/[reference]/commands/[command]/route'
import * as requestFilesRoute from '@/app/api/v1/requests/[reference]/files/route'
import * as messagesRoute from '@/app/api/v1/requests/[reference]/messages/route'
import * as requestRoute from '@/app/api/v1/requests/[reference]/route'
import * as requestsRoute from '@/app/api/v1/requests/route'
import * as systemCheckRoute from '@/app/api/v1/systems/[key]/check/route'
import * as systemRoute from '@/app/api/v1/systems/[key]/route'
import * as systemsRoute from '@/app/api/v1/systems/route'
import * as taskCommandRoute from '@/app/api/v1/tasks/[id]/commands/[command]/route'
import * as taskFilesRoute from '@/app/api/v1/tasks/[id]/files/route'
import * as previewRoute from '@/app/api/v1/tasks/[id]/steps/[step]/preview/route'
import * as webhookRoute from '@/app/api/v1/webhooks/[id]/route'
import * as webhooksRoute from '@/app/api/v1/webhooks/route'
import type { Role } from '@/lib/core/people/actor'
import { giveToken } from '@/lib/door/staff/tokens'
import { system } from '@/tests/factories/system'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]

interface Route {
  /** As the document writes it. */
  path: string
  run(method: Method, request: Request, params: Record<string, string>): Promise<Response>
}

const at = async <Params>(params: Params) => ({ params: Promise.resolve(params) })

/** Every address of the API and the handlers of its file, called as the framework calls them. */
const routes: readonly Route[] = [
  { path: '/openapi.json', run: method => ({ ...documentRoute })[method]() },
  {
    path: '/off-channel',
    run: async (method, request) => ({ ...offChannelRoute })[method](request, await at({})),
  },
  {
    path: '/off-channel/{id}',
    run: async (method, request, { id = '' }) =>
      ({ ...offChannelEntryRoute })[method](request, await at({ id })),
  },
  {
    path: '/off-channel/{id}/commands/{command}',
    run: async (method, request, { id = '', command = '' }) =>
      ({ ...offChannelCommandRoute })[method](request, await at({ id, command })),
  },
  {
    path: '/off-channel/{id}/request',
    run: async (method, request, { id = '' }) =>
      ({ ...offChannelOpenRoute })[method](request, await at({ id })),
  },
  {
    path: '/reports/ccpa',
    run: async (method, request) => ({ ...ccpaRoute })[method](request, await at({})),
  },
  {
    path: '/systems',
    run: async (method, request) => ({ ...systemsRoute })[method](request, await at({})),
  },
  {
    path: '/systems/{key}',
    run: async (method, request, { key = '' }) => ({ ...systemRoute })[method](request, await at({ key })),
  },
  {
    path: '/systems/{key}/check',
    run: async (method, request, { key = '' }) =>
      ({ ...systemCheckRoute })[method](request, await at({ key })),
  },
  {
    path: '/webhooks',
    run: async (method, request) => ({ ...webhooksRoute })[method](request, await at({})),
  },
  {
    path: '/webhooks/{id}',
    run: async (method, request, { id = '' }) => ({ ...webhookRoute })[method](request, await at({ id })),
  },
  {
    path: '/requests',
    run: async (method, request) => ({ ...requestsRoute })[method](request, await at({})),
  },
  {
    path: '/requests/{reference}',
    run: async (method, request, { reference = '' }) =>
      ({ ...requestRoute })[method](request, await at({ reference })),
  },
  {
    path: '/requests/{reference}/messages',
    run: async (method, request, { reference = '' }) =>
      ({ ...messagesRoute })[method](request, await at({ reference })),
  },
  {
    path: '/requests/{reference}/audit',
    run: async (method, request, { reference = '' }) =>
      ({ ...auditRoute })[method](request, await at({ reference })),
  },
  {
    path: '/requests/{reference}/files',
    run: async (method, request, { reference = '' }) =>
      ({ ...requestFilesRoute })[method](request, await at({ reference })),
  },
  {
    path: '/tasks/{id}/files',
    run: async (method, request, { id = '' }) => ({ ...taskFilesRoute })[method](request, await at({ id })),
  },
  {
    path: '/files/{id}',
    run: async (method, request, { id = '' }) => ({ ...fileRoute })[method](request, await at({ id })),
  },
  {
    path: '/requests/{reference}/commands/{command}',
    run: async (method, request, { reference = '', command = '' }) =>
      ({ ...requestCommandRoute })[method](request, await at({ reference, command })),
  },
  {
    path: '/tasks/{id}/steps/{step}/preview',
    run: async (method, request, { id = '', step = '' }) =>
      ({ ...previewRoute })[method](request, await at({ id, step })),
  },
  {
    path: '/tasks/{id}/commands/{command}',
    run: async (method, request, { id = '', command = '' }) =>
      ({ ...taskCommandRoute })[method](request, await at({ id, command })),
  },
]

/** The address's parts in braces, where the path is of this shape. */
function matched(pattern: string, path: string): Record<string, string> | null {
  const expression = pattern.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const found = path.match(new RegExp(`^${expression}$`))
  return (
    found &&
    Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]),
    )
  )
}

export interface Answer {
  status: number
  text: string
  headers: Headers
  /** Undefined where the answer is no JSON. */
  body: unknown
}

interface Sending {
  method?: Method
  token?: string | null
  /** An object is sent as JSON; text, bytes and forms as they are. */
  body?: unknown
  headers?: Record<string, string>
}

/**
 * What the file that the framework would choose answers to a request.
 * @param path below `/api/v1` as it was sent, where it is one that an address can't hold
 * @throws where no file answers the address
 */
export async function answerTo(
  request: Request,
  path: string = new URL(request.url).pathname.replace('/api/v1', ''),
): Promise<Response> {
  const verb = methods.find(method => method === request.method)
  for (const route of routes) {
    const params = matched(route.path, path)
    if (params && verb) return await route.run(verb, request, params)
  }
  throw new Error(`no file answers ${request.method} ${path}`)
}

/** One call to the API. @throws where no file answers the address */
export async function call(
  path: string,
  { method, token, body, headers = {} }: Sending = {},
): Promise<Answer> {
  const url = new URL(`/api/v1${path}`, 'http://habeas.test')
  const request = new Request(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: encoded(body) }),
  })
  return await read(await answerTo(request, path.split('?')[0] ?? ''))
}

function encoded(body: unknown): string | FormData | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string' || body instanceof FormData) return body
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  const { status, headers } = response
  return {
    status,
    headers,
    text,
    body: headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
  }
}

/** A fresh token of a role. */
export async function aToken(role: Role): Promise<string> {
  const made = await giveToken(system, { name: `test ${randomUUID()}`, role }, randomUUID())
  if (!made.ok || !made.token) throw new Error('no token was made')
  return made.token
}
