import { env } from '@/lib/env'
import { type Imported, importAccounts, MOST_TOLD } from '@/lib/store/accounts-import'
import { readDirectoryFile, UnreadableFile } from './directory-file'

/** Where a command talks to: `out` for what was asked for, `err` for everything else. Texts come with their line ends. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether somebody watches, so that a line may be written over. */
  isTTY: boolean
}

const terminal: Terminal = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  isTTY: process.stderr.isTTY,
}

/**
 * `accounts import FILE.csv [--replace]`: loads the account directory, all of the file or nothing.
 * @returns 0 when it was loaded, 1 when the file was refused, 2 when the words make no sense
 */
export async function run(args: readonly string[], io: Terminal = terminal): Promise<number> {
  const [file, ...more] = args.filter(word => !word.startsWith('--'))
  const options = args.filter(word => word.startsWith('--'))
  if (!file || more.length > 0 || options.some(word => word !== '--replace')) {
    io.err('Usage: npm run habeas -- accounts import FILE.csv [--replace]\n')
    return 2
  }
  const replace = options.includes('--replace')
  const progress = new Progress(io)
  try {
    const imported = await importAccounts(env().databaseUrl, readDirectoryFile(file), {
      replace,
      progress: (phase, lines) =>
        progress.show(`${phases[phase]} ${number(lines)} ${lines === 1 ? 'line' : 'lines'} …`),
    })
    progress.clear()
    if (imported.loaded) io.out(`${sum(imported, replace)}\n`)
    else io.err(`${refusal(imported)}\nNothing was loaded.\n`)
    return imported.loaded ? 0 : 1
  } catch (error) {
    progress.clear()
    if (!(error instanceof UnreadableFile)) throw error
    io.err(`${error.message}\nNothing was loaded.\n`)
    return 1
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

const simpleRefusals = {
  empty: 'The file has no accounts.',
  busy: 'Another import is running; try again when it has finished.',
}

function refusal(imported: Extract<Imported, { loaded: false }>): string {
  if (imported.why !== 'bad-lines') return simpleRefusals[imported.why]
  const told = imported.badLines.map(({ line, wrong }) => `line ${line}: ${wrong}`)
  const rest = imported.badCount - told.length
  if (rest > 0) told.push(`… and ${number(rest)} more; the first ${MOST_TOLD} are listed`)
  return [...told, `${number(imported.badCount)} bad ${imported.badCount === 1 ? 'line' : 'lines'}.`].join(
    '\n',
  )
}

/** One line on the terminal that is written over; nothing where nobody watches. */
class Progress {
  private shown = false

  constructor(private readonly io: Terminal) {}

  show(text: string): void {
    if (!this.io.isTTY) return
    this.shown = true
    this.io.err(`\r\u001b[K${text}`)
  }

  clear(): void {
    if (this.shown) this.io.err('\r\u001b[K')
    this.shown = false
  }
}
