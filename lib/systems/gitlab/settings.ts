import { z } from 'zod'
import { secretText, setting, shortText, siteAddress } from '@/lib/systems/settings-fields'

/** A positive number, as a number or in digits. */
const number = z
  .union([
    z.int().positive(),
    z
      .string()
      .trim()
      .regex(/^\d{1,18}$/, 'Enter the number.'),
  ])
  .transform(String)

const FEWEST_CALLS = 10
const MOST_CALLS = 1_000_000

const callsPerMinute = z
  .union([
    z.int(),
    z
      .string()
      .trim()
      .regex(/^\d{1,9}$/, 'Enter the number.')
      .transform(Number),
  ])
  .pipe(
    z
      .int()
      .min(FEWEST_CALLS, `Enter ${FEWEST_CALLS} or more.`)
      .max(MOST_CALLS, `Enter ${MOST_CALLS.toLocaleString('en')} or less.`),
  )

/** A project by its path or its number. */
const project = z.union([z.int().positive(), shortText]).transform(String)

export const gitlabSettings = z.object({
  url: setting(
    { label: 'Address', hint: 'Of the site itself, such as https://gitlab.com.', address: true },
    // People copy it from the documentation with the path of the API.
    siteAddress.transform(address => address.replace(/\/api\/v4$/, '')),
  ),
  token: setting(
    {
      label: 'Token',
      hint: 'A personal access token of an admin, with the scope api, and admin_mode where Admin Mode is on.',
      secret: true,
    },
    secretText,
  ),
  escalationProject: setting(
    { label: 'Project for escalations', hint: 'Path or number, such as privacy/escalations.' },
    project.optional(),
  ),
  securityProject: setting(
    { label: 'Project for security reviews', hint: 'Path or number.' },
    project.optional(),
  ),
  canaryUserId: setting(
    {
      label: 'Number of an account that stays',
      hint: 'It is read before we believe that another account is gone. Without it, the token’s own account is.',
    },
    number.optional(),
  ),
  callsPerMinute: setting(
    {
      label: 'Most calls in a minute',
      hint: 'By all workers together; 600 where nothing is set. Stay below the limits of your instance.',
    },
    callsPerMinute.optional(),
  ),
})

export type GitLabSettings = z.output<typeof gitlabSettings>
