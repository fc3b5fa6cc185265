import type { MetricDefinition, TimeFrame } from '../definitions/definition'

/** A figure as it was found out; `failed` where its query broke, null where it must not be told. */
export type Figure = number | string | boolean | null | 'failed'

export type PingValue = number | string | boolean | null | { [name: string]: PingValue }
export type PingDocument = { [name: string]: PingValue }

/** What a document contains in place of a missing figure. */
export const fallback = { failed: -1, removed: -1000 } as const

const suffix: Readonly<Record<TimeFrame, string>> = { all: '', '28d': '_monthly', '7d': '_weekly' }

/** Where a figure is in the document: `counts.requests`, `counts.requests_monthly`, `counts.requests_weekly`. */
export const figurePath = (metric: MetricDefinition, frame: TimeFrame): string =>
  `${metric.keyPath}${suffix[frame]}`

/** Whose ping it is and when it was made: the only facts in it that aren't a metric. */
export interface PingHead {
  uuid: string
  hostname: string
  recorded_at: string
  /** The same for every document of one installation and week, so that a receiver can drop a second one. */
  idempotency_key: string
}

/**
 * The document of a Service Ping. Figures are found by their path; one that is missing or `failed` becomes −1, a removed
 * metric −1000, and a figure of fewer people than may be shown null.
 */
export function pingDocument(
  head: PingHead,
  metrics: readonly MetricDefinition[],
  figures: ReadonlyMap<string, Figure>,
): PingDocument {
  const document: PingDocument = { ...head }
  for (const metric of metrics)
    for (const frame of metric.timeFrames) {
      const path = figurePath(metric, frame)
      put(document, path.split('.'), shownFigure(metric, figures.get(path)))
    }
  return document
}

function shownFigure(metric: MetricDefinition, figure: Figure | undefined): PingValue {
  if (metric.status === 'removed') return fallback.removed
  if (metric.status === 'broken' || figure === undefined || figure === 'failed') return fallback.failed
  return figure
}

function put(document: PingDocument, [name = '', ...rest]: string[], value: PingValue): void {
  if (rest.length === 0) {
    document[name] = value
    return
  }
  const below = document[name]
  const next: PingDocument = typeof below === 'object' && below !== null ? below : {}
  document[name] = next
  put(next, rest, value)
}
