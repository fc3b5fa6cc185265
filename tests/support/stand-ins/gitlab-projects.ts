import { gzipSync } from 'node:zlib'
import { type GitLabProject, GitLabState, type GitLabUser } from './gitlab-state'
import { StandIn, type StandInAnswer, type StandInCall } from './stand-in'

const PREFIX = '/api/v4'

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): StandInAnswer => ({
  status,
  json: body,
  headers,
})
export const missing = (what: string): StandInAnswer => json(404, { message: `404 ${what} Not Found` })
export const forbidden = json(403, { message: '403 Forbidden' })
export const badRequest = (message: string): StandInAnswer => json(400, { message })
/** Application-level limits have neither JSON nor headers that say how long to wait. */
const tooMany: StandInAnswer = {
  status: 429,
  body: 'This endpoint has been requested too many times. Try again later.',
  headers: { 'content-type': 'text/plain' },
}

export type Route = [RegExp, (call: StandInCall, first: string) => StandInAnswer]

/** What GitLab's stand-in does with projects, and how it answers at all: tokens, pages, totals and limits. */
export abstract class GitLabProjects extends StandIn {
  readonly state = new GitLabState()
  token = 'glpat-2v7nQk9xWz'
  /** What the token may: nobody's addresses are shown without admin rights. */
  isAdmin = true
  scopes = ['api']
  expiresAt: string | null = null
  /** Sent in place of the true time. */
  date: string | null = null
  hasTotals = true
  hasNextPage = true
  /** How often a user whose deletion was accepted is still seen. */
  looks = 2
  /** Why a group isn't removed at once; null where it is. */
  refusesRemoval: string | null = null
  hasSubscriptions = true
  archive = gzipSync(Buffer.alloc(5000, 'project'))
  #starts = 0
  #downloads = 0
  readonly root: GitLabUser

  constructor() {
    super()
    this.root = this.state.addUser({ id: 1, username: 'root', is_admin: true })
    this.state.addUser({ id: 7, username: 'canary' })
  }

  /** GitLab's limits are counted in minutes; this one is over. */
  nextMinute(): void {
    this.#starts = 0
    this.#downloads = 0
  }

  protected abstract readonly routes: readonly Route[]

  protected answer(call: StandInCall): StandInAnswer {
    const answer = this.#answer(call)
    return this.date ? { ...answer, headers: { ...answer.headers, date: this.date } } : answer
  }

  #answer(call: StandInCall): StandInAnswer {
    if (!call.path.startsWith(PREFIX))
      return {
        status: 404,
        body: '<!doctype html><title>404</title>',
        headers: { 'content-type': 'text/html' },
      }
    if (call.headers['private-token'] !== this.token) return json(401, { message: '401 Unauthorized' })
    if (call.method !== 'GET' && !this.scopes.includes('api'))
      return json(403, { error: 'insufficient_scope', scope: 'api' })
    const line = `${call.method} ${call.path.slice(PREFIX.length)}`
    for (const [pattern, handle] of this.routes) {
      const found = pattern.exec(line)
      if (found) return handle(call, decodeURIComponent(found[1] ?? ''))
    }
    return json(404, { error: '404 Not Found' })
  }

  protected paged(call: StandInCall, items: readonly unknown[]): StandInAnswer {
    const size = Math.min(Number(call.query.per_page ?? 20), 100)
    const page = Number(call.query.page ?? 1)
    const next = page * size < items.length ? String(page + 1) : ''
    return json(200, items.slice((page - 1) * size, page * size), {
      ...(this.hasNextPage && { 'x-next-page': next }),
      ...(this.hasTotals && { 'x-total': String(items.length) }),
    })
  }

  #withProject(id: string, handle: (project: GitLabProject) => StandInAnswer): StandInAnswer {
    const project = [...this.state.projects.values()].find(
      ({ id: number, path, namespace }) => String(number) === id || `${namespace.path}/${path}` === id,
    )
    return project ? handle(project) : missing('Project')
  }

  protected projectShown = ({ sharedWith: _, ...project }: GitLabProject) => ({
    ...project,
    path_with_namespace: `${project.namespace.path}/${project.path}`,
  })

  #export(project: GitLabProject): StandInAnswer {
    if (this.#starts >= 6) return tooMany
    this.#starts += 1
    project.export_status = project.export_status === 'finished' ? 'regeneration_in_progress' : 'queued'
    this.effects.push({ what: 'export', id: String(project.id) })
    return json(202, { message: '202 Accepted' })
  }

  #exportState(project: GitLabProject): StandInAnswer {
    const { id, export_status } = project
    const next = { queued: 'started', started: 'finished', regeneration_in_progress: 'finished' }
    project.export_status =
      Object.entries(next).find(([from]) => from === export_status)?.[1] ?? export_status
    return json(200, { id, export_status })
  }

  #download(project: GitLabProject): StandInAnswer {
    if (project.export_status !== 'finished') return json(404, { message: '404 Not found or has expired' })
    if (this.#downloads >= 1) return tooMany
    this.#downloads += 1
    this.effects.push({ what: 'download', id: String(project.id) })
    return { status: 200, body: this.archive, headers: { 'content-type': 'application/gzip' } }
  }

  #issueShown = ({ project, ...issue }: GitLabState['issues'][number]) => ({
    ...issue,
    web_url: `${this.url}/-/issues/${project}/${issue.iid}`,
  })

  #issueList(project: GitLabProject, call: StandInCall): StandInAnswer {
    const { search = '', state } = call.query
    const list = this.state.issues.filter(
      issue =>
        issue.project === project.id &&
        (!state || issue.state === state) &&
        issue.title.toLowerCase().includes(search.toLowerCase()),
    )
    return this.paged(call, list.map(this.#issueShown))
  }

  #openIssue(project: GitLabProject, call: StandInCall): StandInAnswer {
    const given = Object(call.json)
    if (!given.title) return json(400, { message: { title: ["can't be blank"] } })
    const issue = { description: '', confidential: false, labels: '', ...given }
    const iid = this.state.issues.length + 1
    const opened = { ...issue, iid, project: project.id, state: 'opened' as const }
    this.state.issues.push(opened)
    this.effects.push({ what: 'issue', id: String(iid) })
    return json(201, this.#issueShown(opened))
  }

  protected readonly projectRoutes: readonly Route[] = [
    [
      /^GET \/projects\/([^/]+)$/,
      (_, id) => this.#withProject(id, project => json(200, this.projectShown(project))),
    ],
    [
      /^GET \/projects\/([^/]+)\/issues$/,
      (call, id) => this.#withProject(id, project => this.#issueList(project, call)),
    ],
    [
      /^POST \/projects\/([^/]+)\/issues$/,
      (call, id) => this.#withProject(id, project => this.#openIssue(project, call)),
    ],
    [
      /^POST \/projects\/([^/]+)\/export$/,
      (_, id) => this.#withProject(id, project => this.#export(project)),
    ],
    [
      /^GET \/projects\/([^/]+)\/export$/,
      (_, id) => this.#withProject(id, project => this.#exportState(project)),
    ],
    [
      /^GET \/projects\/([^/]+)\/export\/download$/,
      (_, id) => this.#withProject(id, project => this.#download(project)),
    ],
  ]
}
