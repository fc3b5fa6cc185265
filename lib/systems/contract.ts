import { z } from 'zod'
import type { LookUp } from '@/lib/core/account/checks'
import type { EffectRecord } from '@/lib/core/systems/effect-record'
import type { Ability, StepAct, SystemRole } from '@/lib/core/systems/names'
import { metaOf } from './settings-fields'
import type { Wire } from './wire'

export type { EffectRecord }

/** Where accounts are looked up for the automated checks: Habeas's own directory, or a connected system. */
export interface AccountSource {
  /** What the checks say that they asked; shown to staff beside the frozen answers. */
  readonly name: string
  /**
   * Asks for an account that holds both the address and the username, in any case and with any space around.
   * `reached: false` when the system says that it can't answer now.
   * @throws when it breaks in any other way. Callers treat both as "not known yet", never as "no account".
   */
  lookUp(email: string, username: string): Promise<LookUp>
  /** The account of a username alone, for where the address can't find it. Fails in the same ways. */
  lookUpByUsername(username: string): Promise<LookUp>
}

/** Whom an act is about. It is read when the act runs, and is kept nowhere else. */
export interface Subject {
  /** The id in the system that the checks asked. */
  accountId: string | null
  username: string | null
  /** Every known address, the one that the request is about first; in lower case, each once. */
  emails: readonly string[]
  forumUsername: string | null
}

/** What a step would do now, from live data. Shown to staff and not kept, so it may name the account. */
export interface Preview {
  /** One sentence an act, in the future tense: `Group acme/tools and its 3 projects will be marked for deletion.` */
  acts: readonly string[]
  nothingToDo: boolean
}

/** One line of evidence: what was done or asked, and what came back. Ids only, never personal data. */
export interface EvidenceLine {
  at: Date
  what: string
  result: string
}

/** How an act on a system ended. What goes wrong is thrown as a `SystemFailure`. */
export type ActResult =
  /** It is true now. `changed: false`: there was nothing to do. `given`: the text that the step asks for. */
  | { is: 'done'; changed: boolean; evidence: readonly EvidenceLine[]; given?: string }
  /** The system needs time; look again after so many seconds. */
  | { is: 'waiting'; afterSeconds: number; words: string }
  /** The handbook's rule ends the task as an exception, with this note. */
  | { is: 'exception'; note: string; evidence: readonly EvidenceLine[] }
  /** A person has to do it, in words that say why and where. */
  | { is: 'by-hand'; words: string; link?: string }

/** How an effect that may have happened is settled: by looking. */
export type Look = { is: 'done'; result: string } | { is: 'not-done' } | { is: 'unknown' }

export interface EffectPlan {
  what: string
  target: string
  /** The target's state now, to be kept with the record. */
  before?: string
  /** Does it, once. Gets the record's id as idempotency key. @returns what came back */
  act(id: string): Promise<string>
  /** Asked where an earlier try got no answer. Without it, the act itself is safe to repeat by its id. */
  look?(record: EffectRecord): Promise<Look>
}

/** The ledger of one step on one system. */
export interface Effects {
  /**
   * Has an effect happen exactly once: recorded before the call and after it; where a try got no answer, settled by looking.
   * @throws StepStopped where nothing may be done any more; SystemFailure where the system didn't
   */
  once(plan: EffectPlan): Promise<EffectRecord>
  /** What the ledger has of this task on this system, the oldest first. */
  all(): Promise<readonly EffectRecord[]>
}

/** Thrown where the request meanwhile forbids what a step would do: it was put on hold, closed, or a message arrived. */
export class StepStopped extends Error {
  override name = 'StepStopped'
}

/** Takes a file for the task as a stream. @returns the file's id, or why it can't be kept */
export type KeepFile = (
  name: string,
  bytes: AsyncIterable<Uint8Array>,
) => Promise<{ ok: true; id: string } | { ok: false; words: string }>

export interface Doing {
  subject: Subject
  effects: Effects
  now: Date
  signal: AbortSignal
  /** When the step was begun; tells how long something has been waited for. */
  begunAt: Date
  keepFile: KeepFile
  /** The newest version of the data platform's deletion list, for the act that stores it. */
  deletionList(): Promise<{ version: number; text: string } | null>
}

/** What a connected system does in place of a person's step. Safe to repeat from the beginning at any moment. */
export interface Act {
  /** Reads only. @param known what the ledger has of the task */
  preview(subject: Subject, known: readonly EffectRecord[]): Promise<Preview>
  run(doing: Doing): Promise<ActResult>
}

/** What a search found before a person decides. */
export interface Finding {
  /** Ids in the system; empty where nobody was found. */
  ids: readonly string[]
  /** One line, without personal data: `2 users, 1 open ticket`. */
  words: string
}

/** One line of *Test connection*. */
export interface SystemCheck {
  /** `Credentials`, `Rights`, `Clock` … */
  name: string
  ok: boolean
  /** What was found, or what exactly is wrong and how to mend it. */
  words: string
}

/** An issue in a tracker, with ids only. */
export interface Issue {
  about: 'escalation' | 'security-review'
  /** Stands in the title, and finds the issue again. */
  marker: string
  title: string
  description: string
  labels: readonly string[]
}

/** What came in through a system's signed webhook. */
export interface Arrival {
  /** The same for every delivery of the same thing. */
  id: string
  /** The ticket's number in the system, and where people read it. */
  ticket: string
  link: string
  /** One of the off-channel subjects, as the organisation's trigger says it; null where it says none. */
  asksFor: string | null
}

export type HookReading = { ok: true; arrival: Arrival } | { ok: false; why: 'signature' | 'stale' | 'body' }

export interface TicketAnswer {
  ticket: string
  /** Name of the macro that the handbook answers with, where it has one. */
  macro: string | null
  /** Public comment, where there is no macro. */
  text: string
  solves: boolean
}

/** A system with its settings, ready to be called. What it can't do, it doesn't have. */
export interface Connection {
  /** Credentials, rights, each ability, the clock's difference. Changes nothing. */
  check(): Promise<SystemCheck[]>
  accounts?: AccountSource
  /** Looks for the person by every address. */
  find?(subject: Subject): Promise<Finding>
  acts?: Partial<Record<StepAct, Act>>
  /** Opens an issue, or finds the one that an earlier try opened. @returns its link */
  openIssue?(issue: Issue): Promise<string>
  /** Posts one line with ids only. @param event whether it is on is settled here @returns whether it was posted */
  notify?(event: string, text: string): Promise<boolean>
  /** Reads a webhook that the system sent. @param raw the body's very bytes */
  readHook?(headers: Readonly<Record<string, string | undefined>>, raw: Buffer, now: Date): HookReading
  /** Answers a ticket, and solves it where the handbook says so; looks first whether an earlier try did. */
  answerTicket?(answer: TicketAnswer): Promise<{ link: string; solved: boolean }>
}

/**
 * A kind of system that can be connected: one folder, one line of the index.
 * Settings are texts, numbers or flat records, each described by `setting` (settings-fields.ts), which also marks secrets.
 */
export interface SystemKind<Settings extends z.ZodObject = z.ZodObject> {
  /** `GitLab`. */
  name: string
  /** What it does for requests, in a sentence. */
  about: string
  settings: Settings
  /** Told from the settings without their secrets. @throws where they aren't of the kind's schema */
  roleOf(settings: unknown): SystemRole
  abilities: readonly Ability[]
  /** Steps that it can do in place of a person. */
  acts: readonly StepAct[]
  /** Those of them that it can do with these settings, where that differs. @throws where they aren't of the kind's schema */
  actsOf?(settings: unknown): readonly StepAct[]
  /** Most calls in a minute, shared by all workers, and how long an answer may take. */
  limits: { perMinute: number; patienceMs: number }
  /** Most calls in a minute as the settings say; undefined where they say nothing. @throws where they aren't of the kind's schema */
  perMinuteOf?(settings: unknown): number | undefined
  connect(settings: z.output<Settings>, wire: Wire): Connection
}

/** A kind whose settings' type the index has erased: it parses them itself. */
export interface AnySystemKind extends Omit<SystemKind, 'connect'> {
  /** @throws where the settings aren't of the kind's schema */
  connect(settings: unknown, wire: Wire): Connection
}

/** The schema of what may be shown: without secrets, which are sealed. */
const openSettings = ({ shape }: z.ZodObject): z.ZodObject =>
  z.object(Object.fromEntries(Object.entries(shape).filter(([, schema]) => !metaOf(schema).secret)))

/** Ties a kind's functions to its schema. */
export const systemKind = <Settings extends z.ZodObject>(kind: SystemKind<Settings>): AnySystemKind => ({
  ...kind,
  roleOf: settings => {
    openSettings(kind.settings).parse(settings)
    return kind.roleOf(settings)
  },
  connect: (settings, wire) => kind.connect(kind.settings.parse(settings), wire),
})
