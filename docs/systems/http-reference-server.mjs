// A system that speaks the HTTP contract (docs/systems/http.md), to copy from. Its people live in memory. Needs Node and nothing else:
//   SECRET=whsec_... PORT=8080 node http-reference-server.mjs ada@example.com
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const key = Buffer.from((process.env.SECRET ?? '').replace('whsec_', ''), 'base64')
if (key.length < 24) throw new Error('SECRET must be whsec_ and the base64 of at least 24 bytes')

let people = process.argv
  .slice(2)
  .map((email, index) => ({ id: `customer-${index + 1}`, email: email.toLowerCase() }))
/** What came of each request, by its id: a request that comes again is answered again and has no second effect. */
const jobs = new Map()

/** Signed by the secret within five minutes of now (Standard Webhooks)? */
function isSigned(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': given = '' } = headers
  if (!id || !(Math.abs(Date.now() / 1000 - Number(seconds)) <= 300)) return false
  const expected = Buffer.from(
    `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  )
  return given.split(' ').some(text => {
    const candidate = Buffer.from(text)
    return candidate.length === expected.length && timingSafeEqual(candidate, expected)
  })
}

const known = ({ emails }) => people.filter(person => emails.includes(person.email))

/** `find` changes nothing; `erase` begins a job, which is as good as done here but need not be in a large system. */
const acts = {
  find({ subject }) {
    const [person] = known(subject)
    return [200, person ? { found: true, evidence: person.id } : { found: false }]
  },
  erase({ requestId, subject }) {
    if (!jobs.has(requestId)) {
      const gone = known(subject)
      people = people.filter(person => !gone.includes(person))
      const evidence = gone.map(person => `${person.id} erased`).join(', ')
      jobs.set(requestId, { state: 'done', found: gone.length > 0, evidence })
    }
    return [202, { job: requestId }]
  },
}

function answer({ method, url, headers }, body) {
  if (!isSigned(headers, body)) return [401, { error: 'The signature does not hold.' }]
  const [, first, second] = url.split('/')
  if (method === 'GET' && first === 'jobs' && jobs.has(second)) return [200, jobs.get(second)]
  if (method === 'POST' && Object.hasOwn(acts, first)) return acts[first](JSON.parse(body))
  return [404, { error: 'There is no such call.' }]
}

const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  let [status, json] = [400, { error: 'The body is not one of the contract.' }]
  try {
    ;[status, json] = answer(request, body)
  } catch {
    // A body that is no JSON, or has no subject, must not stop the server.
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
})
server.listen(Number(process.env.PORT ?? 8080), process.env.HOST ?? '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})
