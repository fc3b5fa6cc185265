import { describe, expect, it } from 'vitest'
import { laws } from '@/lib/core/deadlines/laws/index'
import { count, due } from './counting'

describe('in the United Kingdom', () => {
  it('the month counts from the day on which proof of identity was given: 1 Jun, asked 3, given 18 → 20 Jul', () => {
    expect(due('uk_gdpr', '2026-06-01', { pauses: [['2026-06-03', '2026-06-18']] })).toBe('2026-07-20')
  })
  it('a clarification leaves out the days of asking and answering: 1 Jun, asked 3, answered 5 → 6 Jul', () => {
    const pauses = [['2026-06-03', '2026-06-05', 'clarification']] as const
    expect(due('uk_gdpr', '2026-06-01', { action: 'access', pauses })).toBe('2026-07-06')
  })
  it('a clarification moves nothing but an access request', () => {
    const pauses = [['2026-06-03', '2026-06-05', 'clarification']] as const
    expect(due('uk_gdpr', '2026-06-01', { pauses })).toBe('2026-07-01')
  })
})

describe('a pause', () => {
  it('that begins after the due date moves nothing', () => {
    const { due, working } = count('gdpr', '2026-10-27', { pauses: [['2026-11-29', '2026-12-04']] })
    expect(due).toBe('2026-11-27')
    expect(working).toContain(
      'Asked for proof of identity on 29 Nov 2026, 33 days after receipt: after the period had ended, so it moves nothing',
    )
  })
  it('that begins in the time of an extension counts, if the extension was told in time', () => {
    const pauses = [['2026-12-10', '2026-12-15']] as const
    const given = { extended: true, pauses }
    expect(due('gdpr', '2026-10-27', { ...given, told: '2026-11-27' })).toBe('2027-02-01')
    expect(due('gdpr', '2026-10-27', { ...given, told: '2026-11-28' })).toBe('2026-11-27')
  })
  it('never moves the day by which an extension has to be told, unless it began in the first period', () => {
    expect(count('gdpr', '2026-10-27', { pauses: [['2026-11-29', null]] }).firstEnds).toBe('2026-11-27')
    expect(count('gdpr', '2026-10-27', { pauses: [['2026-11-20', '2026-11-22']] }).firstEnds).toBe(
      '2026-11-30',
    )
  })
  it('that begins on the weekend past which the last day moved runs from there', () => {
    // One month ends on Saturday 1 August, so on Monday the third.
    expect(due('gdpr', '2026-07-01', { pauses: [['2026-08-02', '2026-08-04']] })).toBe('2026-08-05')
  })
  it('moves the end by the days that it stood still, before the roll', () => {
    expect(due('gdpr', '2026-06-01', { pauses: [['2026-06-03', '2026-06-05']] })).toBe('2026-07-03')
    expect(due('gdpr', '2026-06-01', { pauses: [['2026-06-03', '2026-06-06']] })).toBe('2026-07-06')
  })
  it('that overlaps another one counts once', () => {
    const pauses = [
      ['2026-06-03', '2026-06-08'],
      ['2026-06-05', '2026-06-10'],
    ] as const
    expect(due('gdpr', '2026-06-01', { pauses })).toBe('2026-07-08')
  })
  it('that is open counts as if the answer came now', () => {
    expect(due('gdpr', '2026-06-01', { pauses: [['2026-06-03', null]], now: '2026-06-05' })).toBe(
      '2026-07-03',
    )
  })
  it('is known to the EU for identity, to the United Kingdom also for clarification, to nobody else', () => {
    const pausing = laws
      .filter(law => law.pausesFor.length > 0)
      .map(law => [law.id, law.pausesFor.map(({ reason, how }) => `${reason} ${how}`)])
    expect(pausing).toEqual([
      ['gdpr', ['identity stands-still']],
      ['uk_gdpr', ['identity begins-anew', 'clarification leaves-out-both-days']],
    ])
  })
})

describe('the working', () => {
  it('names the holiday that moved it, and whose calendar has it', () => {
    const { working } = count('gdpr', '2026-09-26', { holidays: ['2026-10-26'] })
    expect(working).toContain(
      'Monday 26 Oct 2026 is a holiday in the calendar of the organisation (Netherlands), so the next working day counts',
    )
    expect(working.at(-2)).toBe('Due at the end of 27 Oct 2026')
    expect(count('gdpr', '2026-01-31').working).toContain(
      'Saturday 28 Feb 2026 is no working day, so the next working day counts',
    )
  })
  it('names the holidays that a count of working days left out', () => {
    expect(count('cn_pipl', '2026-05-18', { holidays: ['2026-05-25'] }).working).toContain(
      'No working days in the calendar of the organisation (Netherlands): 25 May 2026 (a holiday)',
    )
  })
  it('says by when an extension has to be told, and what an answer today would mean', () => {
    const { working } = count('gdpr', '2026-06-01', { pauses: [['2026-06-03', null]], now: '2026-06-10' })
    expect(working.slice(-3)).toEqual([
      'Asked for proof of identity on 3 Jun 2026, 2 days after receipt, not answered yet: paused for 7 days',
      'If they answer today: due at the end of 8 Jul 2026',
      'An extension has to be told by 8 Jul 2026',
    ])
  })
  it('shows its working: start, law, extension, pauses, result', () => {
    const { working } = count('gdpr', '2026-06-01', {
      extended: true,
      pauses: [['2026-06-03', '2026-06-05']],
      now: '2026-08-01',
    })
    expect(working).toEqual([
      'Received on 1 Jun 2026 (Europe/Amsterdam)',
      'GDPR art. 12(3): 1 month',
      'Asked for proof of identity on 3 Jun 2026, 2 days after receipt, answered on 5 Jun 2026: paused for 2 days',
      'Extended by 2 months, counted from the start; the first period ended on 3 Jul 2026',
      'Due at the end of 3 Sept 2026',
    ])
  })
})
