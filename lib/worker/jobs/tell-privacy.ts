import { tellPrivacyOfSeveral } from '@/lib/door/off-channel/tell-privacy'
import type { JobHandler } from '../job'

/** Mails Privacy, in one mail, the off-channel entries that had no mail of their own. */
export const tellPrivacy: JobHandler = async () => await tellPrivacyOfSeveral()
