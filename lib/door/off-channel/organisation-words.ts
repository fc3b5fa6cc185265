import type { OrganisationWords } from '@/lib/core/off-channel/answer-text'
import { env } from '@/lib/env'
import { readSetting, teamAddress } from '@/lib/store/settings/settings'

/** What the organisation puts into its answers to what arrives off-channel, as it is set now. */
export async function organisationWords(): Promise<OrganisationWords> {
  const { appUrl, mailFrom } = env()
  return {
    organisation: await readSetting('organisation'),
    export_steps: await readSetting('export-steps-link'),
    privacy_center: appUrl,
    contact: await teamAddress('privacy', mailFrom),
  }
}
