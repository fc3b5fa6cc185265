/** Where a subcommand writes; a test passes its own. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether a person watches: progress is shown to nobody else. */
  isTTY: boolean
}

/** What a subcommand's file exports: takes the words after its name, answers the exit code. */
export interface SubcommandFile {
  run(args: string[], terminal: Terminal): Promise<number>
}

export interface Subcommand {
  words: readonly string[]
  usage: string
  what: string
  /** Whether it is refused under another `HABEAS_KEY` than the database was made with, or sees to that by itself. */
  key: 'checked' | 'sees to it'
  /** Loaded only when asked for, so that small commands start at once. */
  load(): Promise<SubcommandFile>
}
