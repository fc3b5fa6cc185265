import { expect, test } from 'vitest'
import { changed } from '@/components/request/labels/change-labels'
import { proposableSettings, settingSubject, templateSubject } from '@/lib/core/settings/proposal'

test('what a proposal changes is told in words, never by its key', () => {
  expect(changed('risk-policy')).toBe('the risk policy')
  expect(changed('law/gdpr')).toBe('the clocks of GDPR art. 12(3)')
  expect(changed(templateSubject('en', 'request-fulfilled'))).toBe(
    'the English wording of “Request fulfilled”',
  )
  for (const key of proposableSettings) expect(changed(settingSubject(key))).not.toContain('/')
})
