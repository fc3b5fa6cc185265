import type { TaskPlan } from './plan'

export const projectExport: TaskPlan = {
  key: 'export',
  name: 'Support Engineer (Access)',
  team: 'support-engineer',
  by: 'steps',
  notFound: false,
  handsOver: 'project-export-complete',
  doneWords: 'Your projects were exported for you to download.',
  steps: [
    {
      key: 'check-scope',
      doneBy: { role: 'account', act: 'list-exportable' },
      label: 'List what may be exported',
      help: 'Personal projects, and projects in groups where the user is the only member. Nothing else, also when they can’t sign in.',
      link: 'admin-area',
    },
    {
      key: 'export',
      doneBy: { role: 'account', act: 'export-projects' },
      label: 'Export those projects',
      help: 'On errors: try one project at a time; check the project’s size against the limits; look at the export’s log in the admin area; then ask in the group’s channel with the project’s id only.',
      link: 'export-troubleshooting',
    },
    {
      key: 'upload',
      label: 'Upload the export to this task',
      help: 'Uploading it ticks this.',
      seenBy: 'file',
    },
  ],
}
