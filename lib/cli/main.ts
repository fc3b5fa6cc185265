import { requireKeys } from '@/lib/door/keys/key-check'
import type { Terminal } from './subcommand'
import { subcommands } from './subcommands'

const terminal: Terminal = {
  out: text => console.log(text),
  err: text => console.error(text),
  isTTY: process.stderr.isTTY === true,
}

/** `npm run habeas -- <subcommand> …`: finds the subcommand, runs it, ends with its exit code. */
async function main(words: readonly string[]): Promise<number> {
  const found = subcommands.find(subcommand => subcommand.words.every((word, at) => words[at] === word))
  if (!found) {
    const known = subcommands.map(
      subcommand => `  ${[...subcommand.words, subcommand.usage].join(' ').padEnd(48)}${subcommand.what}`,
    )
    terminal.err(['Usage: npm run habeas -- <subcommand>', '', ...known].join('\n'))
    return words.length === 0 ? 0 : 2
  }
  if (found.key === 'checked') await requireKeys()
  const { run } = await found.load()
  return run(words.slice(found.words.length), terminal)
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: unknown) => {
    terminal.err(error instanceof Error ? error.message : 'Something unexpected happened.')
    process.exit(1)
  },
)
