/** What a subcommand's file exports: takes the words after its name, answers the exit code. */
export interface SubcommandFile {
  run(args: readonly string[]): Promise<number>
}

export interface Subcommand {
  words: readonly string[]
  usage: string
  what: string
  /** Loaded only when asked for, so that `--help` and small commands start at once. */
  load(): Promise<SubcommandFile>
}
