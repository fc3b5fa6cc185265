import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder of decisions: its index, and every numbered file by name. */
export interface Decisions {
  index: string
  files: Readonly<Record<string, string>>
}

const numbered = /^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$/
const statusOf = (text: string) => text.match(/^- Status: (.+)$/m)?.[1]
const dateOf = (text: string) => text.match(/^- Date: (\d{4}-\d{2}-\d{2})$/m)?.[1]
const titleOf = (text: string, number: string) => text.match(new RegExp(`^# ${number} · (.+)$`, 'm'))?.[1]

const STATUS = /^(accepted|(?:accepted, amended by|replaced by) \[\d{4}\]\(([^)]+)\))$/

/** Reads one folder of decisions; what isn't numbered (the index, the template, a folder) is left out. */
export function readDecisions(folder: string): Decisions {
  const names = readdirSync(folder).filter(name => /^\d/.test(name))
  return {
    index: readFileSync(join(folder, 'README.md'), 'utf8'),
    files: Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')])),
  }
}

/** Says what is wrong with a folder of decisions, one sentence each. */
export function decisionFaults({ index, files }: Decisions): string[] {
  const names = Object.keys(files).toSorted()
  return [
    ...names.flatMap((name, position) => faultsOfName(name, position)),
    ...names.flatMap(name => faultsOfFile(name, files[name] ?? '', { index, files })),
    ...listedIn(index).flatMap(name => (name in files ? [] : [`the index lists ${name}, which isn't there`])),
  ]
}

function faultsOfName(name: string, position: number): string[] {
  if (!numbered.test(name)) return [`${name} isn't named NNNN-short-title.md`]
  const expected = String(position + 1).padStart(4, '0')
  return name.startsWith(expected) ? [] : [`${name} should be number ${expected}`]
}

function faultsOfFile(name: string, text: string, { index, files }: Decisions): string[] {
  const number = name.slice(0, 4)
  const [title, date, status] = [titleOf(text, number), dateOf(text), statusOf(text)]
  if (!title || !date || !status) return [`${name} lacks a title with its number, a date or a status`]
  const parts = ['Context', 'Decision', 'Consequences'].filter(part => !text.includes(`\n## ${part}\n`))
  const later = status.match(STATUS)
  const target = later?.[2]
  return [
    ...parts.map(part => `${name} has no ${part}`),
    ...(later ? [] : [`${name} has an unknown status: ${status}`]),
    ...(target === undefined || (target in files && target > name)
      ? []
      : [`${name} names ${target}, which isn't a later decision`]),
    ...(index.split('\n').includes(`| [${number}](${name}) | ${title} | ${date} | ${status} |`)
      ? []
      : [`the index lacks the line of ${name}`]),
  ]
}

const listedIn = (index: string) =>
  [...index.matchAll(/^\| \[\d{4}\]\(([^)]+)\)/gm)].map(([, name = '']) => name)
