/** Moving to another platform: the form answers with instructions and makes no request. */
export const portability = {
  key: 'data-portability',
  publicTitle: 'Move my projects to another platform',
  publicSummary: 'You can do this yourself, at any time. We show you how; there is no request to make.',
} as const

export interface Destination {
  name: string
  /** What to do there, in order. */
  steps: readonly string[]
  /** What doesn't come along this way. */
  missing?: string
}

const address = 'Give the address of your project, and an access token of your account if it is private.'
const codeOnly = 'Only the code comes along this way. Issues and merge requests are in the export file.'

/** Where people move to, with the steps there. */
export const destinations = {
  gitlab: {
    name: 'Another GitLab',
    steps: [
      'Export each project here, and download the file.',
      'On the other GitLab, choose New project, Import project, GitLab export, and give it the file.',
    ],
  },
  github: {
    name: 'GitHub',
    steps: ['On GitHub, choose New, Import repository.', address],
    missing: codeOnly,
  },
  bitbucket: {
    name: 'Bitbucket',
    steps: ['On Bitbucket, choose Create, Repository, Import repository.', address],
    missing: codeOnly,
  },
  gitea: {
    name: 'Gitea or Forgejo',
    steps: [
      'There, choose New migration, GitLab.',
      address,
      'Choose what comes along: the wiki, issues, merge requests, labels, milestones and releases.',
    ],
  },
  'azure-devops': {
    name: 'Azure DevOps',
    steps: ['In Azure DevOps, open Repos, and choose Import repository.', address],
    missing: codeOnly,
  },
  other: {
    name: 'Another platform',
    steps: [
      'Make a copy of the repository: git clone --mirror, with the address of your project.',
      'Start an empty project on the other platform.',
      'Send the copy there: git push --mirror, with the address of the new project.',
    ],
    missing: codeOnly,
  },
} as const satisfies Readonly<Record<string, Destination>>

export type DestinationKey = keyof typeof destinations

export const destinationsByKey: ReadonlyMap<string, Destination> = new Map(Object.entries(destinations))
export const destinationKeys: readonly DestinationKey[] = Object.keys(destinations).filter(isDestination)

function isDestination(key: string): key is DestinationKey {
  return Object.hasOwn(destinations, key)
}
