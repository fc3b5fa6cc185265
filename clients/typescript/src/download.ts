/** A file that was answered. Its bytes can be read once, in one of three ways. */
export class Download {
  readonly #response: Response

  /** @param response an answer whose body nobody has read */
  constructor(response: Response) {
    this.#response = response
  }

  /** As the product knows the file; null where the answer names none. Check it before you use it as a path. */
  get name(): string | null {
    const said = this.#response.headers.get('content-disposition') ?? ''
    const encoded = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1]
    if (encoded) return decoded(encoded)
    return /filename="([^"]*)"/i.exec(said)?.[1] ?? null
  }

  /** The media type, such as `application/pdf`. */
  get type(): string {
    return this.#response.headers.get('content-type') ?? 'application/octet-stream'
  }

  /** In bytes; null where the answer doesn’t say. */
  get size(): number | null {
    const said = this.#response.headers.get('content-length')
    return said === null ? null : Number(said)
  }

  /** The bytes as they arrive: for files that don’t fit in memory. */
  get stream(): ReadableStream<Uint8Array> {
    return this.#response.body ?? new ReadableStream({ start: controller => controller.close() })
  }

  blob(): Promise<Blob> {
    return this.#response.blob()
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#response.arrayBuffer())
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
