import { parseArgs } from 'node:util'
import { env } from '@/lib/env'
import { type Imported, importAccounts, MOST_LISTED } from '@/lib/store/accounts/accounts-import'
import { readDirectoryFile, UnreadableFile } from './directory-file'
import type { Terminal } from './subcommand'

/**
 * `accounts import FILE.csv [--replace | --skip-bad] [--yes]`: loads the account directory, all of the file or nothing;
 * with `--skip-bad`, all but the lines that can't be read.
 * @returns 0 when it was loaded, 1 when the file was refused, 2 when the words make no sense
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const asked = read(args)
  if (!asked) {
    terminal.err(`Usage: npm run habeas -- accounts import FILE.csv [--replace | --skip-bad] [--yes]
--yes says that the file is right where it takes away more than one account or address in twenty.
--skip-bad and --replace don’t go together: the accounts of lines that are left out would be removed.`)
    return 2
  }
  const progress = new Progress(terminal)
  try {
    const imported = await importAccounts(env().databaseUrl, readDirectoryFile(asked.file), {
      replace: asked.replace,
      removeMany: asked.yes,
      skipBad: asked.skipBad,
      progress: (phase, lines) =>
        progress.show(`${phases[phase]} ${number(lines)} ${lines === 1 ? 'line' : 'lines'} …`),
    })
    progress.clear()
    if (imported.loaded) terminal.out([sum(imported, asked.replace), ...beside(imported)].join('\n'))
    else terminal.err(`${refusal(imported)}\nNothing was loaded.`)
    return imported.loaded ? 0 : 1
  } catch (error) {
    progress.clear()
    if (!(error instanceof UnreadableFile)) throw error
    terminal.err(`${error.message}\nNothing was loaded.`)
    return 1
  }
}

interface Asked {
  file: string
  replace: boolean
  yes: boolean
  skipBad: boolean
}

function read(args: string[]): Asked | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    const { replace, yes, 'skip-bad': skipBad } = values
    return file && more.length === 0 && !(replace && skipBad) ? { file, replace, yes, skipBad } : undefined
  } catch {
    return undefined
  }
}

const phases = { reading: 'Reading', checking: 'Checking', loading: 'Loading' }

const number = (count: number) => count.toLocaleString('en')
const accounts = (count: number) => `${number(count)} ${count === 1 ? 'account' : 'accounts'}`

function sum({ created, updated, removed }: Extract<Imported, { loaded: true }>, replace: boolean): string {
  const parts = [`${number(created)} new`, `${number(updated)} known before`]
  if (replace) parts.push(`${number(removed)} removed`)
  return `${accounts(created + updated)} loaded: ${parts.join(', ')}.`
}

/** What else there is to know: lines that were left out, and people who were told too early that they have no account. */
function beside({ skipped, skippedCount, wronglyTold }: Extract<Imported, { loaded: true }>): string[] {
  return [
    ...(skippedCount > 0 ? [`Left out: ${lineCount(skippedCount)}.`, ...listed(skipped, skippedCount)] : []),
    ...(wronglyTold.length > 0
      ? [
          `Closed as no-account, though the directory has the account now: ${wronglyTold.join(', ')}.`,
          'Please write to these people on their request, and ask them to make a new one.',
        ]
      : []),
  ]
}

const lineCount = (count: number) => `${number(count)} ${count === 1 ? 'line' : 'lines'}`

function listed(lines: readonly { line: number; wrong: string }[], count: number): string[] {
  const said = lines.map(({ line, wrong }) => `line ${line}: ${wrong}`)
  const rest = count - said.length
  return rest > 0 ? [...said, `… and ${number(rest)} more; the first ${MOST_LISTED} are listed`] : said
}

const simpleRefusals = {
  empty: 'The file has no accounts.',
  busy: 'Another import is running; try again when it has finished.',
}

function refusal(imported: Extract<Imported, { loaded: false }>): string {
  if (imported.why === 'removes-many') {
    const { removes, known } = imported
    return `${number(removes)} of ${accounts(known)} would be removed: is the file complete? If it is, say --yes as well.`
  }
  if (imported.why === 'loses-many') {
    const { lost, loses, known } = imported
    return lost === 'addresses'
      ? `${number(loses)} of ${number(known)} addresses would be taken from accounts that stay: does the file have all addresses? If it has, say --yes as well.`
      : `${number(loses)} of ${accounts(known)} would become deleted: is the column state right? If it is, say --yes as well.`
  }
  if (imported.why !== 'bad-lines') return simpleRefusals[imported.why]
  const { badLines, badCount } = imported
  return [
    ...listed(badLines, badCount),
    `${number(badCount)} bad ${badCount === 1 ? 'line' : 'lines'}.`,
  ].join('\n')
}

/** Where the line above begins, with nothing on it. */
const LINE_ABOVE = '\u001b[1A\r\u001b[K'

/** One line on the terminal that is written over; nothing where nobody watches. */
class Progress {
  private shown = false

  constructor(private readonly terminal: Terminal) {}

  show(text: string): void {
    if (!this.terminal.isTTY) return
    this.terminal.err(this.shown ? LINE_ABOVE + text : text)
    this.shown = true
  }

  clear(): void {
    // The terminal ends what it writes with a new line, so this leaves it at the start of the emptied one.
    if (this.shown) this.terminal.err(`${LINE_ABOVE}\u001b[1A`)
    this.shown = false
  }
}
