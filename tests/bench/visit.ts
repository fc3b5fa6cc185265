import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** One connection that stays open, as a browser's does. */
const agent = new Agent({ keepAlive: true, maxSockets: 4 })

export interface Visit {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** From sending to the last byte. */
  ms: number
}

/** Sends one request and reads the whole answer. */
export function visit(site: URL, { method = 'GET', path, headers = {}, body }: Visit): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const sent = request(
      { agent, host: '127.0.0.1', port: site.port, method, path, headers: { host: site.host, ...headers } },
      answer => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const ms = Number(process.hrtime.bigint() - began) / 1e6
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString(),
            ms,
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

export const closeConnections = (): void => agent.destroy()
