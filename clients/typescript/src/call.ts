/** What can be said about any call. */
export interface CallOptions {
  /**
   * Calls of one token with the same key have one effect and get the same answer. Made for each call where you give none; give your
   * own to repeat a call safely after your program was interrupted. 1 to 100 visible ASCII characters.
   */
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
}

/** One call, as the generated methods describe it. */
export interface Called {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with everything filled in. */
  path: string
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  body?: unknown
  mediaType?: string
  options: CallOptions
}
