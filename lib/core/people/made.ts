/**
 * What every actor has and no object literal can have: a protected member exists in the type alone, and only for a class that
 * extends this one. `make-actor.ts` holds these classes; the structure test lets no other file extend it.
 */
export abstract class Made {
  declare protected readonly made: true
}
