/** What GitLab's stand-in knows: people, groups, projects and issues, in GitLab's own words. */

export interface GitLabUser {
  id: number
  username: string
  name: string
  email: string
  state: string
  locked: boolean
  note: string | null
  is_admin: boolean
  namespace_id: number
  plan: string | null
  two_factor_enabled: boolean
  created_at: string
  last_activity_on: string | null
  enterprise_group_id: number | null
  provisioned_by_group_id: number | null
  identities: { provider: string; extern_uid: string }[]
  scim_identities: { extern_uid: string; group_id: number; active: boolean }[]
  attributes: Record<string, string>
  emails: { email: string; confirmed_at: string | null }[]
  subscriptionEnds: string | null
  /** How often the user is still seen, blocked, before being gone; null while nobody deletes it. */
  looksLeft: number | null
}

export interface GitLabGroup {
  id: number
  path: string
  full_path: string
  parent_id: number | null
  marked_for_deletion_on: string | null
  /** Access level by user id; direct members only. */
  members: Map<number, number>
  hasSubscription: boolean
}

export interface GitLabProject {
  id: number
  path: string
  visibility: string
  namespace: { id: number; kind: 'user' | 'group'; path: string }
  /** Groups that it was shared with. */
  sharedWith: number[]
  export_status: string
  issues_enabled: boolean
}

export interface GitLabIssue {
  iid: number
  project: number
  title: string
  description: string
  confidential: boolean
  labels: string
  state: 'opened' | 'closed'
}

type Given<Whole> = Partial<Whole>

export class GitLabState {
  readonly users = new Map<number, GitLabUser>()
  readonly groups = new Map<number, GitLabGroup>()
  readonly projects = new Map<number, GitLabProject>()
  readonly issues: GitLabIssue[] = []
  #lastId = 100

  addUser(
    given: Given<Omit<GitLabUser, 'emails'>> & {
      username: string
      secondary?: string[]
      unconfirmed?: string[]
    },
  ): GitLabUser {
    const { secondary = [], unconfirmed = [], ...more } = given
    const id = given.id ?? ++this.#lastId
    const user: GitLabUser = {
      id,
      name: given.username,
      email: `${given.username}@people.example`,
      state: 'active',
      locked: false,
      note: null,
      is_admin: false,
      namespace_id: id + 10_000,
      plan: 'free',
      two_factor_enabled: false,
      created_at: '2020-03-04T05:06:07.000Z',
      last_activity_on: '2026-02-03',
      enterprise_group_id: null,
      provisioned_by_group_id: null,
      identities: [],
      scim_identities: [],
      attributes: {},
      subscriptionEnds: null,
      looksLeft: null,
      ...more,
      emails: [
        ...secondary.map(email => ({ email, confirmed_at: '2021-01-01T00:00:00.000Z' })),
        ...unconfirmed.map(email => ({ email, confirmed_at: null })),
      ],
    }
    this.users.set(id, user)
    return user
  }

  addGroup({
    owners = [],
    members = [],
    parent,
    ...more
  }: Given<Omit<GitLabGroup, 'members'>> & {
    path: string
    owners?: number[]
    members?: number[]
    parent?: GitLabGroup
  }): GitLabGroup {
    const id = more.id ?? ++this.#lastId
    const group: GitLabGroup = {
      id,
      full_path: parent ? `${parent.full_path}/${more.path}` : more.path,
      parent_id: parent?.id ?? null,
      marked_for_deletion_on: null,
      hasSubscription: false,
      ...more,
      members: new Map([
        ...owners.map(user => [user, 50] as const),
        ...members.map(user => [user, 30] as const),
      ]),
    }
    this.groups.set(id, group)
    return group
  }

  addProject(owner: GitLabUser | GitLabGroup, more: Given<GitLabProject> = {}): GitLabProject {
    const id = more.id ?? ++this.#lastId
    const namespace =
      'username' in owner
        ? { id: owner.namespace_id, kind: 'user' as const, path: owner.username }
        : { id: owner.id, kind: 'group' as const, path: owner.full_path }
    const project: GitLabProject = {
      id,
      path: `project-${id}`,
      visibility: 'private',
      namespace,
      sharedWith: [],
      export_status: 'none',
      issues_enabled: true,
      ...more,
    }
    this.projects.set(id, project)
    return project
  }

  /** Direct and inherited, each person as often as they are a member somewhere above. */
  membersAbove(group: GitLabGroup): [number, number][] {
    const parent = group.parent_id === null ? undefined : this.groups.get(group.parent_id)
    return [...group.members, ...(parent ? this.membersAbove(parent) : [])]
  }

  ownsAlone(userId: number): GitLabGroup[] {
    return [...this.groups.values()].filter(({ members }) => {
      const owners = [...members].filter(([, level]) => level === 50)
      return owners.length === 1 && owners[0]?.[0] === userId
    })
  }

  /** A group takes its subgroups and projects along. */
  removeGroup(group: GitLabGroup): void {
    this.groups.delete(group.id)
    for (const project of [...this.projects.values()])
      if (project.namespace.id === group.id) this.projects.delete(project.id)
    for (const below of [...this.groups.values()]) if (below.parent_id === group.id) this.removeGroup(below)
  }

  removeUser(user: GitLabUser): void {
    this.users.delete(user.id)
    for (const group of this.ownsAlone(user.id)) this.removeGroup(group)
    for (const { members } of this.groups.values()) members.delete(user.id)
    for (const project of [...this.projects.values()])
      if (project.namespace.id === user.namespace_id) this.projects.delete(project.id)
  }
}
