import type { Requirement } from './requirement'

/** Countries of which only some regions are embargoed: the region must be asked for, not passed. */
export const countriesByRegion: readonly string[] = ['UA']

export const exportRegion: Requirement = {
  key: 'export-region',
  title: 'Region',
  settledBy: ['record-region'],
  windows: [],
  says: [],
  isOpen: request =>
    Boolean(request.country && countriesByRegion.includes(request.country) && !request.region),
  waitingOn: () => 'support',
}
