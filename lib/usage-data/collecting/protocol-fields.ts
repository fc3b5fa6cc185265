import { z } from 'zod'
import type { FieldPolicies, FieldPolicy } from '../definitions/definition'
import { milliseconds, oneOf } from './shapes'

const dropped = (reason: string): FieldPolicy => ({ policy: 'drop', reason })
const each = (names: string, policy: FieldPolicy): Record<string, FieldPolicy> =>
  Object.fromEntries(names.split(' ').map(name => [name, policy]))

const fingerprinting = dropped('Sizes, languages and abilities of a browser together point out one person.')
const network = dropped('Network addresses are never stored.')
const position = dropped('How far somebody scrolled is not needed.')
const unpacked = dropped(
  'Opened, and each thing in it treated by its own definition; never stored as it came.',
)
const commerce = dropped('What somebody bought is not collected.')
const second = dropped('Of another way of sending the same; not used here.')

/** Which trackers there are; the number behind has three short parts, so that no network address fits in. */
const tracker =
  /^(js|node|py|rb|java|andr|ios|go|golang|php|scala|cpp|rust|lua|unity|flutter|rn|net|dotnet|webview|roku|actionscript)-\d{1,2}\.\d{1,2}(\.\d{1,2})?$/

/**
 * What happens to each parameter of the tracker protocol (payload_data 1-0-4). One that isn't here makes an event
 * ill-shaped, as the protocol's own schema says.
 */
export const protocolFields: FieldPolicies = {
  e: { policy: 'keep', shape: oneOf('pv', 'pp', 'se', 'ue'), reason: 'The kind of event; a closed list.' },
  eid: {
    policy: 'pseudonymise',
    as: 'value',
    reason: 'Becomes the event’s own id, so that one that is sent twice is counted once.',
  },
  tv: {
    policy: 'keep',
    shape: z.string().regex(tracker),
    reason: 'Which tracker and version; explains odd figures.',
  },
  aid: {
    policy: 'keep',
    shape: oneOf(
      'gitlab',
      'gitlab-sm',
      'gitlab-docs',
      'gitlab-customers',
      'gitlab-about',
      'gitlab-ide',
      'gitlab-cli',
      'habeas',
    ),
    reason: 'Which product; a closed list.',
  },
  p: {
    policy: 'keep',
    shape: oneOf('web', 'mob', 'pc', 'srv', 'app', 'tv', 'cnsl', 'iot', 'headset'),
    reason: 'Browser, phone or server; a closed list.',
  },
  dtm: { policy: 'keep', shape: milliseconds, reason: 'When it happened.' },
  stm: { policy: 'drop', reason: 'Used to set a wrong clock right, then forgotten.' },
  ttm: {
    policy: 'keep',
    shape: milliseconds,
    reason: 'When it happened, where the product knows better than its tracker.',
  },
  uid: {
    policy: 'pseudonymise',
    as: 'user',
    reason: 'Journeys can be followed without knowing whose, and a deletion finds them.',
  },
  sid: { policy: 'pseudonymise', as: 'session', reason: 'Ties one visit together.' },
  duid: { policy: 'pseudonymise', as: 'device', reason: 'Tells visitors apart who aren’t signed in.' },
  ...each('nuid tnuid fp vid mac pid', dropped('A second way to recognise somebody; one is enough.')),
  ...each('ip', network),
  ...each('url refr', {
    policy: 'pattern',
    reason:
      'Only its pattern stays, such as /namespace:12/project:34/-/issues; names, queries and fragments go.',
  }),
  ...each('page', dropped('Titles hold what people wrote.')),
  ...each('ua lang tz res vp ds cd cs cookie', fingerprinting),
  ...each('f_pdf f_qt f_realp f_wma f_dir f_fla f_java f_gears f_ag', fingerprinting),
  ...each('pp_mix pp_max pp_miy pp_may', position),
  ...each('se_ca se_ac', dropped('Names the event; its definition’s own name is stored instead.')),
  ...each(
    'se_la se_pr se_va',
    dropped('Treated as label, property and value by the event’s own definition.'),
  ),
  ...each('ue_pr ue_px co cx', unpacked),
  ...each('tna evn', dropped('How the tracker is called inside a page.')),
  ...each('tid', dropped('A number of the tracker’s own.')),
  ...each(
    'tr_id tr_af tr_tt tr_tx tr_sh tr_ci tr_st tr_co tr_cu ti_id ti_sk ti_na ti_nm ti_ca ti_pr ti_qu ti_cu',
    commerce,
  ),
  ...each('ev_ca ev_ac ev_la ev_pr ev_va', second),
}
