import { CorrectPlace } from '@/components/request/panels/correct-place'
import { Place } from '@/components/request/panels/place'
import { wouldRefuse } from '@/lib/core/advice/dry-run'
import { isContradicted } from '@/lib/core/machine/requirements/export-region'
import { readSetting } from '@/lib/store/settings/settings'
import type { Opened } from '../request-frame'

/**
 * Where the person lives, which law follows from it, and what corrects it while the request is open.
 * @param correcting whether the form was asked for
 */
export async function PlaceOf({ opened, correcting }: { opened: Opened; correcting: boolean }) {
  const { request, context } = opened
  if (request.contentErasedAt) return null
  const refused = wouldRefuse({ command: 'correct-jurisdiction' }, request, context)
  return (
    <Place
      request={request}
      contradicted={isContradicted(request)}
      form={
        <CorrectPlace
          request={request}
          on={{ reference: request.reference, version: request.version }}
          usual={correcting ? await readSetting('usual-countries') : []}
          corrects={refused === null}
          opened={correcting}
        />
      }
    />
  )
}
