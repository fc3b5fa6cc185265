import { expect, test } from 'vitest'
import { extensionReasons } from '@/lib/core/deadlines/law'
import { roles, teams } from '@/lib/core/people/actor'
import { replyChannels } from '@/lib/core/request/channel'
import { filePurposes } from '@/lib/core/request/file-record'
import { holdReasons } from '@/lib/core/request/hold'
import { deliveries } from '@/lib/core/request/message-record'
import { actings, relationships, subjectTypes, waitingOns } from '@/lib/core/request/request'
import { windowReasons } from '@/lib/core/request/response-window'
import { outcomes, states } from '@/lib/core/request/stages'
import { resolutions } from '@/lib/core/request/task'
import { testDatabase } from '@/tests/support/database'

const { sql } = await testDatabase()

// Chosen in the form, and always refused there.
const accepted = relationships.filter(relationship => relationship !== 'designated-account-manager')

test.each<[string, readonly string[]]>([
  ['api_token_role_known', roles],
  ['file_purpose_known', filePurposes],
  ['hold_reason_known', holdReasons],
  ['message_channel_known', replyChannels],
  ['message_delivery_known', deliveries],
  ['request_acting_known', actings],
  ['request_extension_reason_known', extensionReasons],
  ['request_outcome_known', outcomes],
  ['request_relationship_known', accepted],
  ['request_state_known', states],
  ['request_subject_type_known', subjectTypes],
  ['request_waiting_on_known', waitingOns],
  ['response_window_reason_known', windowReasons],
  ['staff_role_known', roles],
  ['task_resolution_known', resolutions],
  ['task_team_known', teams],
])('%s: the database takes every value that the product knows', async (name, values) => {
  const [constraint] = await sql<{ definition: string }>(
    'select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1',
    [name],
  )
  const taken = [...(constraint?.definition ?? '').matchAll(/'([^']*)'/g)].map(([, value]) => value)
  expect(taken).toEqual(expect.arrayContaining([...values]))
})
