import { type Connection, systemKind } from '@/lib/systems/contract'
import { gitlabAccounts } from './accounts'
import { gitlabApi } from './api'
import { checkGitLab } from './check'
import { deleteAccount } from './delete-account'
import { deleteSoleGroups } from './delete-groups'
import { exportProjects } from './export-projects'
import { listExportable } from './exportable'
import { findAccounts } from './find'
import { openIssue } from './issues'
import { gitlabSettings } from './settings'
import { verifyGone } from './verify-gone'

const withoutSecrets = gitlabSettings.omit({ token: true })

export const gitlab = systemKind({
  name: 'GitLab',
  about: 'The product with the accounts: checks ask it, and it deletes accounts and exports projects.',
  settings: gitlabSettings,
  roleOf: settings => {
    withoutSecrets.parse(settings)
    return 'account'
  },
  abilities: ['find', 'erase', 'export', 'issue'],
  acts: ['delete-sole-groups', 'delete-account', 'verify-account-gone', 'list-exportable', 'export-projects'],
  limits: { perMinute: 600, patienceMs: 15_000 },
  perMinuteOf: settings => withoutSecrets.parse(settings).callsPerMinute,
  connect: (settings, wire): Connection => {
    const api = gitlabApi(settings, wire)
    const hasProject = settings.escalationProject !== undefined || settings.securityProject !== undefined
    return {
      check: async () => await checkGitLab(api),
      accounts: gitlabAccounts(api),
      find: async subject => await findAccounts(api, subject),
      acts: {
        'delete-sole-groups': deleteSoleGroups(api),
        'delete-account': deleteAccount(api),
        'verify-account-gone': verifyGone(api),
        'list-exportable': listExportable(api),
        'export-projects': exportProjects(api),
      },
      ...(hasProject && { openIssue: async issue => await openIssue(api, issue) }),
    }
  },
})
