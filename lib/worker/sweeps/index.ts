import type { Sweep } from '../engine'
import { checkpoint } from './checkpoint'
import { tellOfProgress } from './complaints'
import { lostRuns } from './lost-runs'
import { remindOfEntries } from './off-channel'
import { orphans } from './orphans'
import { purgeExpired } from './purge-expired'
import { enforceRetention } from './retention'
import { servicePing } from './service-ping'
import { endHolds, expireWindows, remind, remindOfDeadlines, remindPrivacy } from './timers'
import { usageAnnouncements } from './usage-announcements'
import { countUsage } from './usage-rollups'
import { usageStorage } from './usage-storage'
import { webhookDeliveries } from './webhooks'

/** Work caused by time passing. Each sweep runs every few seconds, by the database's clock. */
export const sweeps: readonly Sweep[] = [
  expireWindows,
  remind,
  endHolds,
  remindPrivacy,
  remindOfDeadlines,
  remindOfEntries,
  tellOfProgress,
  webhookDeliveries,
  lostRuns,
  purgeExpired,
  orphans,
  enforceRetention,
  usageAnnouncements,
  servicePing,
  checkpoint,
  countUsage,
  usageStorage,
]
