import { describe, expect, it } from 'vitest'
import { typedClocks } from '@/app/(desk)/settings/laws/typed-clocks'
import { inputName, inputOf } from '@/components/request/form/act-input'

/** What a browser sends for the form of California's two clocks. */
function sent(change: Record<string, string>) {
  const fields: Record<string, string> = {
    'clocks.0.respond.n!number': '45',
    'clocks.0.respond.unit': 'days',
    'clocks.0.acknowledge.n!number': '10',
    'clocks.0.acknowledge.unit': 'working-days',
    'clocks.0.extend.kind': 'by',
    'clocks.0.extend.n!number': '45',
    'clocks.0.extend.unit': 'days',
    'clocks.0.extend.reasons.complexity!bool': 'true',
    'clocks.1.respond.n!number': '15',
    'clocks.1.respond.unit': 'working-days',
    'clocks.1.acknowledge.n!number': '',
    'clocks.1.acknowledge.unit': 'days',
    'clocks.1.extend.kind': 'none',
    'clocks.1.extend.n!number': '',
    'clocks.1.extend.unit': 'days',
    law: 'us_ca',
    note: 'Our own promise',
    ...change,
  }
  const form = new FormData()
  for (const [path, value] of Object.entries(fields)) form.set(inputName('clocks', path), value)
  return typedClocks(inputOf(form))
}
const first = {
  actions: ['erasure', 'rectification', 'access'],
  respond: { n: 45, unit: 'days' },
  acknowledge: { n: 10, unit: 'working-days' },
  extend: { by: { n: 45, unit: 'days' }, reasons: ['complexity'] },
}
const second = { actions: ['objection'], respond: { n: 15, unit: 'working-days' } }

describe('the form of a law’s clocks', () => {
  it('is read clock by clock, and what was left empty is none', () => {
    expect(sent({})).toEqual({ law: 'us_ca', note: 'Our own promise', clocks: [first, second] })
  })
  it('can give up an acknowledgement, and extend to a day that is told', () => {
    const change = { 'clocks.0.acknowledge.n!number': '', 'clocks.0.extend.kind': 'notified' }
    const { acknowledge: _none, ...rest } = first
    expect(sent(change).clocks).toEqual([{ ...rest, extend: { by: null, reasons: ['complexity'] } }, second])
  })
  it('asks for the law’s own entry where it has no clocks', () => {
    expect(typedClocks({ law: 'us_ca', note: 'Back' })).toEqual({ law: 'us_ca', note: 'Back', clocks: null })
  })
  it('hands on what is missing, for the door to refuse', () => {
    expect(sent({ 'clocks.1.respond.n!number': '' }).clocks).toEqual([
      first,
      { ...second, respond: { unit: 'working-days' } },
    ])
  })
})
