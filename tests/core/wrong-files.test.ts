import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isHandOverPath } from '@/lib/answer-headers'
import { handOverLimits, roomFor } from '@/lib/core/files/file-limits'
import { sheetText } from '@/lib/core/handbook/tasks/blank-sheet'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { sam } from './cast'
import { aRequest } from './given'

const access = () => aRequest({}, { type: 'data-access' }).begun()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const attach = (story: ReturnType<typeof access>, more: object) =>
  story.attempt(sam, 'attach-file', { ...story.file('hand-over', story.task('access').id), ...more })

describe('a file to hand over', () => {
  it.each([...taskPlans.values()].flatMap(({ blankSheet }) => blankSheet ?? []))(
    'is not the blank sheet $name, however a program saved it unchanged',
    sheet => {
      const given = sheetText(sheet)
      for (const text of [given, given.replaceAll('\r\n', '\n'), `\uFEFF${given}`])
        expect(attach(access(), { sha256: sha256(text) })).toBe('blank-sheet')
      expect(attach(access(), { sha256: sha256(`${given}More,,\r\n`) })).toBeNull()
    },
  )
  it('that lies on another request’s task, too, is taken only once somebody has checked it', () => {
    expect(attach(access(), { elsewhere: true })).toBe('file-elsewhere')
    expect(attach(access(), { elsewhere: true, confirm: true })).toBeNull()
  })
  it('may be far larger than what the public sends, up to a limit of its own', () => {
    expect(attach(access(), { size: 26 * 1024 * 1024 })).toBeNull()
    expect(attach(access(), { size: handOverLimits.bytes + 1 })).toBe('file-too-large')
    expect(roomFor([], 26 * 1024 * 1024, 'proof')).toBe('file-too-large')
    const exported = { size: handOverLimits.bytes, removedAt: null, purpose: 'hand-over' as const }
    expect(roomFor([exported], 1, 'attachment')).toBe('room')
  })
  it('is sent to an address that takes that much; what the public sends goes to others', () => {
    for (const path of ['/api/v1/tasks/t1/files', '/requests/PR-1/files'])
      expect(isHandOverPath(path)).toBe(true)
    for (const path of [
      '/request/proofs/files',
      '/my/request/documents/files',
      '/api/v1/requests/PR-1/files',
    ])
      expect(isHandOverPath(path)).toBe(false)
  })
})
