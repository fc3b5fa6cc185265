import type { RequestType, ScreenKey } from '../../handbook/request-types/request-type'
import { embargo } from './embargo'
import { noAccount, noLivingAccount } from './no-account'
import { notController } from './not-controller'
import type { Screen } from './screen'

const screens: Readonly<Record<ScreenKey, Screen>> = {
  'no-account': noAccount,
  'no-living-account': noLivingAccount,
  'not-controller': notController,
  embargo,
}

/** What ends a request of this type as soon as the checks have answered, in the order in which it is tried. */
export const screensOf = (type: RequestType): readonly Screen[] => type.screens.map(key => screens[key])
