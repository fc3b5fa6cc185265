/** How a type's work is told: `processing` as its own words say it. */
export interface ProcessingWords {
  /** The state's name at the desk, e.g. “Deleting”. */
  desk: string
  /** To the person, before and during the work: a sentence without its full stop. */
  ahead: string
  /** The same once it is done. */
  done: string
  /** Follows “We then check that the account is yours”. */
  before: string
  /** What differs where somebody asks for another person. */
  ofAnother?: { ahead: string; done: string }
}

/** Words of a type that deletes. @param what e.g. “your data” */
export const deleting = (what: string): ProcessingWords => ({
  desk: 'Deleting',
  ahead: `We delete ${what}`,
  done: `We deleted ${what}`,
  before: 'before anything is deleted',
  ofAnother: { ahead: 'We delete the data', done: 'We deleted the data' },
})

/** Words of a type that hands something over. */
export const compiling: ProcessingWords = {
  desk: 'Compiling',
  ahead: 'We put your data together',
  done: 'We put your data together',
  before: 'before we put anything together',
  ofAnother: { ahead: 'We put the data together', done: 'We put the data together' },
}
