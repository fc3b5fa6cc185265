import { z } from 'zod'
import { retentionDays } from '@/lib/core/settings/retention'
import { proposeLawClocks } from '@/lib/door/handbook/law-clocks'
import {
  applyProposal,
  proposeSetting,
  proposeTemplate,
  withdrawProposal,
} from '@/lib/door/handbook/proposals'
import { saveOrganisation, savePublished, saveWorkLinks } from '@/lib/door/staff/handbook'
import { typedCalendar } from './calendar/typed-calendar'
import { type Change, changeResult } from './change-result'
import { typedClocks } from './laws/typed-clocks'

const id = z.uuid()
const waits = 'Another Privacy person can apply it now.'

/** Codes as people type them, with commas or spaces between. */
const codes = (value: unknown) =>
  String(value ?? '')
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)

/** Keys that were ticked in a form: `{ 'data-access': true }`. */
const ticked = (value: unknown) =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, on]) => (on === true ? [key] : []))
    : []

/** Every period, so that one that was emptied is refused rather than taken for the usual one. */
const periods = (value: unknown) => ({
  ...Object.fromEntries(Object.keys(retentionDays.shape).map(key => [key, null])),
  ...(typeof value === 'object' ? value : {}),
})

/** What Privacy changes of the handbook itself. */
export const handbookChanges: Readonly<Record<string, Change>> = {
  'propose-template': async (actor, input, commandId) =>
    changeResult(await proposeTemplate(actor, input, commandId), 'Proposed.', waits),
  'propose-default-law': async (actor, { value, note }, commandId) =>
    changeResult(
      await proposeSetting(actor, { key: 'default-law', value, note }, commandId),
      'Proposed.',
      waits,
    ),
  'propose-embargo': async (actor, { value, note }, commandId) =>
    changeResult(
      await proposeSetting(actor, { key: 'embargoed', value: codes(value), note }, commandId),
      'Proposed.',
      waits,
    ),
  'propose-four-eyes': async (actor, { value, note }, commandId) =>
    changeResult(
      await proposeSetting(actor, { key: 'four-eyes', value: ticked(value), note }, commandId),
      'Proposed.',
      waits,
    ),
  'propose-office-calendar': async (actor, { note, ...typed }, commandId) =>
    changeResult(
      await proposeSetting(actor, { key: 'office-calendar', value: typedCalendar(typed), note }, commandId),
      'Proposed.',
      waits,
    ),
  'propose-retention': async (actor, { value, note }, commandId) =>
    changeResult(
      await proposeSetting(actor, { key: 'retention', value: periods(value), note }, commandId),
      'Proposed.',
      waits,
    ),
  'propose-law-clocks': async (actor, input, commandId) =>
    changeResult(await proposeLawClocks(actor, typedClocks(input), commandId), 'Proposed.', waits),
  'apply-change': async (actor, input, commandId) =>
    changeResult(
      await applyProposal(actor, id.parse(input.id), commandId),
      'Applied.',
      'It holds from now on.',
    ),
  'withdraw-change': async (actor, input, commandId) =>
    changeResult(
      await withdrawProposal(actor, id.parse(input.id), commandId),
      'Withdrawn.',
      'Nothing has changed.',
    ),
  'publish-types': async (actor, input, commandId) =>
    changeResult(await savePublished(actor, ticked(input.published), commandId), 'Saved.'),
  'change-organisation': async (actor, input, commandId) => {
    const sent = { ...input, 'usual-countries': codes(input['usual-countries']) }
    return changeResult(await saveOrganisation(actor, sent, commandId), 'Saved.')
  },
  'change-work-links': async (actor, input, commandId) =>
    changeResult(await saveWorkLinks(actor, input, commandId), 'Saved.'),
}
