/** A place that the data platform reads. */
export interface Store {
  /** What the place is called in a sentence. */
  readonly place: 'folder' | 'bucket'
  /** Where people look, in words. */
  readonly where: string
  /** A file's whole name there. */
  nameOf(name: string): string
  /** Whether there is a file of this name, with this text or another. */
  look(name: string, text: string): Promise<'absent' | 'same' | 'other'>
  /** Writes a file whole or not at all: nobody ever sees a part of it. */
  put(name: string, text: string): Promise<void>
  /** @returns how many bytes are free; null where the place doesn't say */
  tryOut(): Promise<number | null>
}

/** What a test of the connection writes. */
export const TRIAL = 'Habeas tests the connection.\n'
