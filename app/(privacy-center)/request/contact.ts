import { env } from '@/lib/env'
import { teamAddress } from '@/lib/store/settings/settings'

/** Where people can write to us about what the form doesn't offer. */
export const contactAddress = (): Promise<string> => teamAddress('privacy', env().mailFrom)
