import { badRequest, forbidden, GitLabProjects, json, missing, type Route } from './gitlab-projects'
import type { GitLabGroup, GitLabProject, GitLabUser } from './gitlab-state'
import type { StandInAnswer, StandInCall } from './stand-in'

/**
 * GitLab's REST API as an admin's token sees it, with its awkward truths: a user who is deleted is blocked for a while, groups are
 * only marked, the search finds alike names first, totals may be absent, levels may be texts, and exports have limits.
 */
export class GitLabStandIn extends GitLabProjects {
  #shown({ id, username, name, state, locked, ...more }: GitLabUser, isDetail = false): unknown {
    const { attributes, emails, subscriptionEnds, looksLeft, plan, ...admin } = more
    const open = { id, username, name, state, locked }
    if (!this.isAdmin) return open
    return { ...open, ...admin, ...(isDetail && { plan }) }
  }

  #withUser(id: string, handle: (user: GitLabUser) => StandInAnswer): StandInAnswer {
    const user = this.state.users.get(Number(id))
    return user ? handle(user) : missing('User')
  }

  #withGroup(id: string, handle: (group: GitLabGroup) => StandInAnswer): StandInAnswer {
    const group = this.state.groups.get(Number(id))
    return group ? handle(group) : missing('Group')
  }

  #userList(call: StandInCall): StandInAnswer {
    const all = [...this.state.users.values()]
    const { username, search } = call.query
    const found = all.filter(user => user.username.toLowerCase() === username?.toLowerCase())
    if (username !== undefined)
      return this.paged(
        call,
        found.map(user => this.#shown(user)),
      )
    const [local = ''] = (search ?? '').toLowerCase().split('@')
    const isAlike = (user: GitLabUser) => user.username.toLowerCase().includes(local)
    const hasIt = (user: GitLabUser) => this.isAdmin && user.email.toLowerCase() === search?.toLowerCase()
    const list = [...all.filter(user => isAlike(user) && !hasIt(user)), ...all.filter(hasIt)]
    return this.paged(
      call,
      list.map(user => this.#shown(user)),
    )
  }

  /** A look at a user who is being deleted brings the end nearer. */
  #look(user: GitLabUser, call: StandInCall): StandInAnswer {
    if (user.looksLeft === 0) {
      this.state.removeUser(user)
      this.effects.push({ what: 'user-gone', id: String(user.id) })
      return missing('User')
    }
    if (user.looksLeft !== null) user.looksLeft -= 1
    const asked = this.isAdmin && call.query.with_custom_attributes === 'true'
    const custom_attributes = Object.entries(user.attributes).map(([key, value]) => ({ key, value }))
    return json(200, { ...Object(this.#shown(user, true)), ...(asked && { custom_attributes }) })
  }

  #deleteUser(user: GitLabUser, call: StandInCall): StandInAnswer {
    if (!this.isAdmin) return forbidden
    if (call.query.hard_delete !== 'true' && this.state.ownsAlone(user.id).length > 0)
      return json(409, { message: 'User cannot be removed: is the sole owner of a group' })
    if (user.looksLeft === null) this.effects.push({ what: 'delete-user', id: String(user.id) })
    user.looksLeft ??= this.looks
    user.state = 'blocked'
    return { status: 204 }
  }

  #deleteGroup(group: GitLabGroup, call: StandInCall): StandInAnswer {
    if (!this.isAdmin) return forbidden
    if (group.hasSubscription)
      return badRequest("This group can't be removed because it is linked to a subscription.")
    const accepted = json(202, { message: '202 Accepted' })
    if (call.query.permanently_remove !== 'true') {
      if (group.marked_for_deletion_on) return badRequest('Group has been already marked for deletion')
      group.marked_for_deletion_on = '2026-02-03'
      this.effects.push({ what: 'mark-group', id: String(group.id) })
      return accepted
    }
    if (this.refusesRemoval) return badRequest(this.refusesRemoval)
    if (group.parent_id === null)
      return badRequest('`permanently_remove` option is only available for subgroups.')
    if (!group.marked_for_deletion_on) return badRequest('Group must be marked for deletion first.')
    if (call.query.full_path !== group.full_path) return badRequest('`full_path` is incorrect.')
    this.state.removeGroup(group)
    this.effects.push({ what: 'remove-group', id: String(group.id) })
    return accepted
  }

  #members(members: readonly [number, number][], call: StandInCall): StandInAnswer {
    const list = members.map(([id, access_level]) => ({ id, username: `user-${id}`, access_level }))
    return this.paged(call, list)
  }

  #groupProjects(group: GitLabGroup, { query, ...call }: StandInCall): StandInAnswer {
    const isBelow = ({ namespace }: GitLabProject) => namespace.path.startsWith(`${group.full_path}/`)
    const list = [...this.state.projects.values()].filter(
      project =>
        project.namespace.id === group.id ||
        (query.include_subgroups === 'true' && isBelow(project)) ||
        (query.with_shared !== 'false' && project.sharedWith.includes(group.id)),
    )
    return this.paged({ query, ...call }, list.map(this.projectShown))
  }

  #subscription(namespaceId: string): StandInAnswer {
    const user = [...this.state.users.values()].find(
      ({ namespace_id }) => String(namespace_id) === namespaceId,
    )
    if (!this.hasSubscriptions || !user) return json(404, { error: '404 Not Found' })
    return json(200, { plan: { code: user.plan }, billing: { subscription_end_date: user.subscriptionEnds } })
  }

  #memberships(user: GitLabUser, call: StandInCall): StandInAnswer {
    if (call.query.type !== 'Namespace') return json(400, { error: 'type does not have a valid value' })
    const list = [...this.state.groups.values()].flatMap(({ id, members, path }) => {
      const level = members.get(user.id)
      // Of every other group it is a text.
      const access_level = id % 2 ? String(level) : level
      return level ? [{ source_id: id, source_name: path, source_type: 'Namespace', access_level }] : []
    })
    return this.paged(call, list)
  }

  #ownProjects(user: GitLabUser, call: StandInCall): StandInAnswer {
    const { visibility } = call.query
    const list = [...this.state.projects.values()].filter(
      project =>
        project.namespace.id === user.namespace_id && (!visibility || project.visibility === visibility),
    )
    return this.paged(call, list.map(this.projectShown))
  }

  protected readonly routes: readonly Route[] = [
    [/^GET \/version$/, () => json(200, { version: '18.6.1-ee', revision: 'a1b2c3d' })],
    [
      /^GET \/user$/,
      () => json(200, { id: this.root.id, email: this.root.email, ...(this.isAdmin && { is_admin: true }) }),
    ],
    [
      /^GET \/personal_access_tokens\/self$/,
      () => json(200, { id: 5, scopes: this.scopes, expires_at: this.expiresAt }),
    ],
    [/^GET \/users$/, call => this.#userList(call)],
    [/^GET \/users\/(\d+)$/, (call, id) => this.#withUser(id, user => this.#look(user, call))],
    [/^DELETE \/users\/(\d+)$/, (call, id) => this.#withUser(id, user => this.#deleteUser(user, call))],
    [
      /^GET \/users\/(\d+)\/emails$/,
      (call, id) => this.#withUser(id, ({ emails }) => this.paged(call, emails)),
    ],
    [
      /^GET \/users\/(\d+)\/projects$/,
      (call, id) => this.#withUser(id, user => this.#ownProjects(user, call)),
    ],
    [
      /^GET \/users\/(\d+)\/memberships$/,
      (call, id) => this.#withUser(id, user => this.#memberships(user, call)),
    ],
    [/^GET \/namespaces\/(\d+)\/gitlab_subscription$/, (_, id) => this.#subscription(id)],
    [/^GET \/groups\/(\d+)$/, (_, id) => this.#withGroup(id, ({ members, ...group }) => json(200, group))],
    [/^DELETE \/groups\/(\d+)$/, (call, id) => this.#withGroup(id, group => this.#deleteGroup(group, call))],
    [
      /^GET \/groups\/(\d+)\/members$/,
      (call, id) => this.#withGroup(id, ({ members }) => this.#members([...members], call)),
    ],
    [
      /^GET \/groups\/(\d+)\/members\/all$/,
      (call, id) => this.#withGroup(id, group => this.#members(this.state.membersAbove(group), call)),
    ],
    [
      /^GET \/groups\/(\d+)\/projects$/,
      (call, id) => this.#withGroup(id, group => this.#groupProjects(group, call)),
    ],
    [
      /^GET \/groups\/(\d+)\/descendant_groups$/,
      (call, id) =>
        this.#withGroup(id, ({ full_path }) => {
          const below = [...this.state.groups.values()].filter(group =>
            group.full_path.startsWith(`${full_path}/`),
          )
          return this.paged(
            call,
            below.map(({ members, ...group }) => group),
          )
        }),
    ],
    ...this.projectRoutes,
  ]
}
