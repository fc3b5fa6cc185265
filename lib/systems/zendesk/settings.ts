import { z } from 'zod'
import { secretText, setting, shortText, siteAddress } from '../settings-fields'

export const zendeskSettings = z.object({
  url: setting(
    { label: 'Address', hint: 'Of your own Zendesk, such as https://example.zendesk.com.', address: true },
    siteAddress,
  ),
  email: setting(
    { label: 'Email', hint: 'Of the admin for whom the API token works.' },
    z.email('Enter one email address.').max(200),
  ),
  token: setting({ label: 'API token', secret: true }, secretText),
  webhookSecret: setting(
    {
      label: 'Signing secret of the webhook',
      hint: 'Zendesk shows it on the webhook’s page. Without it, no ticket arrives automatically.',
      secret: true,
    },
    secretText.optional(),
  ),
  macros: setting(
    {
      label: 'Macros',
      hint: 'Where a macro of the handbook has another name here: its name there, then the number or title of yours.',
    },
    z.record(shortText, z.union([z.number().int().positive().transform(String), shortText])).optional(),
  ),
  expiredTag: setting(
    {
      label: 'Tag of an expired organisation',
      hint: 'An organisation with this tag is no longer a customer.',
    },
    shortText.default('expired'),
  ),
  expiredField: setting(
    {
      label: 'Field of an expired organisation',
      hint: 'Key of the organisation field that says so: a box that is ticked, a day in the past, or the word “expired”.',
    },
    shortText.optional(),
  ),
})
export type ZendeskSettings = z.output<typeof zendeskSettings>
