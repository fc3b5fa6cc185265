export interface JobContext {
  jobId: string
  /** 1 at the first try. */
  attempt: number
  /** Id under which this worker sends its heartbeat. */
  workerId: string
  /** Fires when the job has had its time, or when the worker has to end. */
  signal: AbortSignal
}

/**
 * Carries out a job, at least once: it must be safe to repeat. The payload carries ids only and is checked
 * by the handler.
 * @throws to be tried again later, and parked for a person when the attempts are used up
 */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>
