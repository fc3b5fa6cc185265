import { expect, test } from 'vitest'
import { typedCalendar } from '@/app/(desk)/settings/calendar/typed-calendar'
import { officeCalendar } from '@/lib/core/request/office-calendar'

test.each(['0026-12-24', '1926-12-24', '9999-12-24', '24.12.2026'])('%s is no day to be closed on', day => {
  const typed = typedCalendar({ country: null, region: null, closed: `2026-12-24 Eve\n${day} Slip` })
  const read = officeCalendar.safeParse(typed)
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['closed.1.day', 'Use days such as 2026-12-24.'],
  ])
})
