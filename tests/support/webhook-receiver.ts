import { createHmac } from 'node:crypto'
import { StandIn, type StandInAnswer, type StandInCall } from './stand-ins/stand-in'

/** Somebody's program that is told of what happens, at the socket. It checks signatures by itself. */
export class WebhookReceiver extends StandIn {
  /** Secrets by path. */
  readonly secrets = new Map<string, string>()
  /** Called before it answers. */
  beforeAnswer: () => void = () => undefined

  protected answer(_call: StandInCall): StandInAnswer {
    this.beforeAnswer()
    return { status: 200, json: {} }
  }

  /** What came to a path. */
  received(path: string) {
    return this.calls
      .filter(call => call.path === path)
      .map(call => ({
        id: String(call.headers['webhook-id']),
        seconds: Number(call.headers['webhook-timestamp']),
        genuine: this.#isGenuine(call),
        body: Object(call.json),
      }))
  }

  #isGenuine({ headers, raw, path }: StandInCall): boolean {
    const key = Buffer.from(this.secrets.get(path)?.replace('whsec_', '') ?? '', 'base64')
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`
    const signature = `v1,${createHmac('sha256', key).update(content).digest('base64')}`
    return key.length === 32 && headers['webhook-signature'] === signature
  }
}
