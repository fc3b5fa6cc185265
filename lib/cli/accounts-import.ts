import { parseArgs } from 'node:util'
import { env } from '@/lib/env'
import { type Imported, importAccounts, MOST_LISTED } from '@/lib/store/accounts/accounts-import'
import { readDirectoryFile, UnreadableFile } from './directory-file'
import type { Terminal } from './subcommand'

/**
 * `accounts import FILE.csv [--replace]`: loads the account directory, all of the file or nothing.
 * @returns 0 when it was loaded, 1 when the file was refused, 2 when the words make no sense
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const asked = read(args)
  if (!asked) {
    terminal.err('Usage: npm run habeas -- accounts import FILE.csv [--replace]')
    return 2
  }
  const progress = new Progress(terminal)
  try {
    const imported = await importAccounts(env().databaseUrl, readDirectoryFile(asked.file), {
      replace: asked.replace,
      progress: (phase, lines) =>
        progress.show(`${phases[phase]} ${number(lines)} ${lines === 1 ? 'line' : 'lines'} …`),
    })
    progress.clear()
    if (imported.loaded) terminal.out(sum(imported, asked.replace))
    else terminal.err(`${refusal(imported)}\nNothing was loaded.`)
    return imported.loaded ? 0 : 1
  } catch (error) {
    progress.clear()
    if (!(error instanceof UnreadableFile)) throw error
    terminal.err(`${error.message}\nNothing was loaded.`)
    return 1
  }
}

function read(args: string[]): { file: string; replace: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    return file && more.length === 0 ? { file, replace: values.replace } : undefined
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

const simpleRefusals = {
  empty: 'The file has no accounts.',
  busy: 'Another import is running; try again when it has finished.',
}

function refusal(imported: Extract<Imported, { loaded: false }>): string {
  if (imported.why !== 'bad-lines') return simpleRefusals[imported.why]
  const listed = imported.badLines.map(({ line, wrong }) => `line ${line}: ${wrong}`)
  const rest = imported.badCount - listed.length
  if (rest > 0) listed.push(`… and ${number(rest)} more; the first ${MOST_LISTED} are listed`)
  return [...listed, `${number(imported.badCount)} bad ${imported.badCount === 1 ? 'line' : 'lines'}.`].join(
    '\n',
  )
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
