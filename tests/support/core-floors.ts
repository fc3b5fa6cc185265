import type { SourceFile } from './source'

/**
 * The floors of lib/core from the ground up, the rooms of each, and what belongs in a room.
 * A room imports from the floors below it and from nothing beside it.
 */
export const coreFloors: readonly Readonly<Record<string, string>>[] = [
  {
    people: 'who acts, and what each may do',
    account: 'what the directory or a connected system says about an account',
    systems: 'what a connected system is for, and what it can do',
  },
  { risk: 'signals, policy and rating' },
  { request: 'the request itself: its types and what is current on it' },
  {
    handbook:
      'what the organisation decided, as data: request types, tasks, messages, lengths of windows, links',
  },
  { deadlines: 'the clocks of the laws' },
  { derived: 'what can be read off a request without changing it' },
  { files: 'limits and names of files, and until when they can be had' },
  { machine: 'decisions: drafts, requirements, screens, windows, flow and the effects of messages' },
  {
    commands: 'one file a verb, and opening a request',
    intake: 'the public form',
    settings: 'proposals and retention',
  },
  {
    advice: 'the next step, its evidence and the guides; what would be refused now',
    diagram: 'the state machine drawn, and who may do what',
  },
  { view: 'what a reader sees of a request: pages, queue and API' },
  { 'off-channel': 'requests that came and were answered elsewhere' },
  { api: 'the OpenAPI document, problems and refusals in words' },
]

const roomOf = (path: string) => path.match(/^lib\/core\/([^/]+)\//)?.[1] ?? null
const floorOf = (room: string | null) =>
  room === null ? -1 : coreFloors.findIndex(floor => Object.hasOwn(floor, room))
const nameOf = (floor: number) => Object.keys(coreFloors[floor] ?? {}).join(', ')

/** Files of lib/core that are in no room, each with the rooms to choose from. */
export const homelessCoreFiles = (paths: readonly string[]): string[] =>
  paths
    .filter(path => path.startsWith('lib/core/') && floorOf(roomOf(path)) < 0)
    .map(
      path => `${path}: put it into a room of lib/core (${coreFloors.map((_, at) => nameOf(at)).join('; ')})`,
    )

/** Imports inside lib/core that run up or sideways, each with its line, the rule, and where the code could go instead. */
export const climbingImports = (files: readonly SourceFile[]): string[] =>
  files.flatMap(file =>
    file.imports.flatMap(({ path, specifier, line }) => {
      const [from, to] = [roomOf(file.path), roomOf(path ?? '')]
      if (from === null || to === null || from === to) return []
      const [low, high] = [floorOf(from), floorOf(to)]
      if (low < 0 || high < 0 || high < low) return []
      const below = nameOf(low - 1) || 'a lower room'
      const rule = high === low ? `${from} and ${to} share a floor` : `${to} is above ${from}`
      return [
        `${file.path}:${line} imports ${specifier}, but ${rule}. ` +
          `Move what both need down to ${below}, or this code up to a room above ${nameOf(high)}.`,
      ]
    }),
  )
