import { StandIn, type StandInAnswer, type StandInCall } from './stand-in'

export interface ForumUser {
  id: number
  username: string
  emails: string[]
  posts: number
  admin?: boolean
  moderator?: boolean
}

/** As Discourse says that something isn't there: to people without rights of what is there, too. */
const missing: StandInAnswer = {
  status: 404,
  json: { errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' },
}
const denied: StandInAnswer = {
  status: 403,
  json: {
    errors: ['You are not permitted to view the requested resource.'],
    error_type: 'invalid_access',
  },
}

/** A Discourse forum: 20 posts a batch, and no deletion of users with more than five posts. */
export class Discourse extends StandIn {
  users: ForumUser[] = []
  /** As a version that knows none of the list's filters. */
  listsAll = false
  key: 'admin' | 'reader' | 'nobody' | 'unknown' = 'admin'

  get settings() {
    return { url: this.url, apiKey: 'of-thirty-letters', apiUsername: 'system' }
  }

  protected answer(call: StandInCall): StandInAnswer {
    if (this.key === 'unknown' || call.headers['api-username'] !== 'system') return denied
    if (this.key === 'reader' && call.method !== 'GET') return denied
    const [first, second, third, fourth] = call.path
      .replace(/\.json$/, '')
      .split('/')
      .slice(1)
    if (first === 'session')
      return { status: 200, json: { current_user: { id: -1, admin: this.key !== 'nobody' } } }
    if (first === 'u') return this.#profile(decodeURIComponent(second ?? ''), third)
    if (first !== 'admin' || second !== 'users' || this.key === 'nobody') return missing
    if (third === 'list') return this.#list(call)
    const user = this.users.find(({ id }) => String(id) === third)
    if (call.method === 'DELETE') return this.#delete(user, call.query.delete_posts === 'true')
    if (!user) return missing
    return fourth === 'delete_posts_batch' ? this.#batch(user) : { status: 200, json: this.#detail(user) }
  }

  #profile(name: string, part: string | undefined): StandInAnswer {
    const user = this.users.find(({ username }) => username.toLowerCase() === name.toLowerCase())
    if (!user) return missing
    const { id, username, emails } = user
    if (part === undefined) return { status: 200, json: { user: { id, username } } }
    if (this.key === 'nobody') return denied
    return { status: 200, json: { email: emails[0], secondary_emails: emails.slice(1) } }
  }

  #list({ query: { email, filter } }: StandInCall): StandInAnswer {
    const found = this.users.filter(({ emails, username }) => {
      if (this.listsAll) return true
      return email ? emails[0] === email : [...emails, username].some(text => text.includes(filter ?? ''))
    })
    return {
      status: 200,
      json: found.map(({ id, emails }) => ({ id, email: emails[0], secondary_emails: emails.slice(1) })),
    }
  }

  #detail({ id, admin = false, moderator = false, posts }: ForumUser) {
    return { id, admin, moderator, post_count: posts, can_be_deleted: !admin && posts <= 5 }
  }

  #batch(user: ForumUser): StandInAnswer {
    const posts = Math.min(20, user.posts)
    user.posts -= posts
    this.effects.push({ what: 'delete-posts', id: String(posts) })
    return { status: 200, json: { posts_deleted: posts } }
  }

  #delete(user: ForumUser | undefined, withPosts: boolean): StandInAnswer {
    if (!user || user.admin || user.posts > 5) return denied
    if (user.posts > 0 && !withPosts)
      return { status: 403, json: { deleted: false, message: `There are ${user.posts} posts.` } }
    this.users = this.users.filter(other => other !== user)
    this.effects.push({ what: 'delete-user', id: String(user.id) })
    return { status: 200, json: { deleted: true } }
  }
}
