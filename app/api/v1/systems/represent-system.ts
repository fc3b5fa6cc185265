import { timeIn } from '@/lib/core/view/representation'
import type { SystemView } from '@/lib/core/view/system-view'
import type { ShownSystem } from '@/lib/door/systems/shown-systems'
import { env } from '@/lib/env'

/** A connected system as the API answers it. */
export const representSystem = ({ health, ...system }: ShownSystem): SystemView => ({
  ...system,
  health: { ...health, since: timeIn(env().orgTimeZone, health.since) },
})
