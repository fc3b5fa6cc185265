import type { TaskPlan } from './plan'

export const gitlabDeletion: TaskPlan = {
  key: 'gitlab-deletion',
  name: 'Support Engineer (GitLab Deletion)',
  team: 'support-engineer',
  by: 'steps',
  notFound: false,
  erasesAccount: true,
  notFoundWords: 'We found no account with the details that were given.',
  doneWords: 'Your account and your own projects were deleted.',
  ofAnother: { doneWords: 'The account and its own projects were deleted.' },
  steps: [
    {
      key: 'delete-blocking-groups',
      doneBy: { role: 'account', act: 'delete-sole-groups' },
      label: 'Delete the groups that block the deletion (sole owner)',
      help: 'This destroys work: the person’s own projects go, projects of other people stay, and groups that only this person owns go at once, with the work of their other members. Offer to transfer ownership first. Choose immediate deletion; otherwise a group waits 30 days.',
      link: 'admin-area',
      destructive: true,
      seenBy: 'no-sole-groups',
    },
    {
      key: 'delete-user',
      doneBy: { role: 'account', act: 'delete-account' },
      label: 'Delete user and contributions',
      help: 'Open the user in the admin area and choose “Delete user and contributions”.',
      link: 'admin-area',
      destructive: true,
    },
    {
      key: 'verify-gone',
      doneBy: { role: 'account', act: 'verify-account-gone' },
      label: 'Verify that the user is gone',
      help: 'Deletion is delayed: look the user up again until the admin area no longer finds them.',
      link: 'admin-area',
    },
    {
      key: 'add-to-csv',
      label: 'Add the user to the data platform’s deletion .csv',
      help: 'This is done automatically once the step before is ticked: every address of the account goes on the list. Follow only the “Deleting Data” part of the runbook.',
      listsAddresses: true,
      link: 'deleting-data-runbook',
    },
    {
      key: 'upload-csv',
      doneBy: { role: 'data-platform', act: 'store-deletion-list' },
      label: 'Upload the newest version of the .csv to the GDPR folder',
      help: 'Download it below, upload it, and say so once: that ticks this for every request in that version.',
      uploadsList: true,
      link: 'gdpr-folder',
    },
  ],
}
