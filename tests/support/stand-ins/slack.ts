import { StandIn, type StandInAnswer, type StandInCall } from './stand-in'

/** An incoming webhook of Slack, which answers in plain text. */
export class Slack extends StandIn {
  readonly path = '/services/T0/B0/abcdefghijkl'

  get hook(): string {
    return this.url + this.path
  }

  get messages(): string[] {
    return this.effects.map(({ id }) => id)
  }

  protected answer({ method, path, json }: StandInCall): StandInAnswer {
    if (method !== 'POST' || path !== this.path) return { status: 404, body: 'no_service' }
    if (typeof json !== 'object' || json === null || !('text' in json))
      return { status: 400, body: 'invalid_payload' }
    this.effects.push({ what: 'message', id: String(json.text) })
    return { status: 200, body: 'ok' }
  }
}
