import type { Sweep } from '../engine'
import { checkpoint } from './checkpoint'
import { forget } from './forget'
import { orphans } from './orphans'
import { retain } from './retention'
import { servicePing } from './service-ping'
import { endHolds, lapse, nudgePrivacy, remind, remindOfDeadlines } from './timers'
import { usageAnnouncements } from './usage-announcements'
import { countUsage } from './usage-rollups'
import { usageStorage } from './usage-storage'

/** What the clock brings about, each looked for every few seconds by the database's time. */
export const sweeps: readonly Sweep[] = [
  lapse,
  remind,
  endHolds,
  nudgePrivacy,
  remindOfDeadlines,
  forget,
  orphans,
  retain,
  usageAnnouncements,
  servicePing,
  checkpoint,
  countUsage,
  usageStorage,
]
