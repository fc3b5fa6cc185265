import { Place } from '@/components/request/panels/place'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { isContradicted } from '@/lib/core/machine/requirements/export-region'
import { readSetting } from '@/lib/store/settings/settings'
import type { Opened } from '../request-frame'

/** Where the person lives, which law follows from it, and the form that corrects it while the request is open. */
export async function PlaceOf({ opened }: { opened: Opened }) {
  const { request, context } = opened
  if (request.contentErasedAt) return null
  const refused = wouldRefuse({ command: 'correct-jurisdiction' }, request, context)
  return (
    <Place
      request={request}
      on={{ reference: request.reference, version: request.version }}
      usual={await readSetting('usual-countries')}
      corrects={refused === null}
      contradicted={isContradicted(request)}
    />
  )
}
