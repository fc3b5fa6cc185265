import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { evidenceWords } from '@/lib/core/view/evidence-words'
import { system } from '@/tests/factories/system'
import { priya, rosa, sam } from './cast'
import { aRequest, type Story } from './given'

const gitlab = 'gitlab-deletion'
const groups = 'delete-blocking-groups'
const step = (story: Story, task: string, key: string) => {
  const found = story.task(task).steps.find(step => step.key === key)
  if (!found) throw new Error(`No step ${key}`)
  return found
}
const seen = (story: Story, task: string, key: string) => {
  const { doneAt, doneById, evidence } = step(story, task, key)
  return { done: doneAt !== null, doneById, kinds: evidence.map(({ kind }) => kind) }
}
const open = { done: false, doneById: null, kinds: [] }
const offered = (story: Story) => adviceFor(story.request).flatMap(({ steps }) => steps)

describe('the step that deletes blocking groups', () => {
  const owning = (soleOwnedGroups: number | null) => aRequest({ soleOwnedGroups }).begun()

  it('is not needed where the checks found no group that the account alone owns; the audit says that the system saw it', () => {
    const story = owning(0)
    expect(seen(story, gitlab, groups)).toEqual({ done: true, doneById: null, kinds: ['owns-no-group'] })
    expect(story.seen).toEqual([
      {
        command: 'tick-step',
        facts: { task: gitlab, step: groups, seen: 'owns-no-group', version: null },
      },
    ])
    const [evidence] = step(story, gitlab, groups).evidence
    expect(evidence && evidenceWords(evidence, '1 Jun 2026')).toBe(
      'The account owns no group alone, says the directory on 1 Jun 2026. Nothing to do.',
    )
    expect(offered(story).map(({ preset }) => preset?.step)).toContain('delete-user')
  })
  it('stays a person’s where groups were found, or nobody knows', () => {
    expect(seen(owning(1), gitlab, groups)).toEqual(open)
    expect(seen(owning(null), gitlab, groups)).toEqual(open)
  })
  it('stays a person’s where the checks are more than two weeks old', () => {
    const waited = (days: number) =>
      aRequest({ soleOwnedGroups: 0, accountState: 'banned' }).begun().days(days)
    const worked = (story: Story) => seen(story.reviewRequested().reviewed('unblocked'), gitlab, groups)
    expect(worked(waited(14)).kinds).toEqual(['owns-no-group'])
    expect(worked(waited(15))).toEqual(open)
  })
  it('is not said to be needless before everything is verified', () => {
    expect(seen(aRequest({ soleOwnedGroups: 0, accountState: 'banned' }).begun(), gitlab, groups)).toEqual(
      open,
    )
  })
  it('destroys nothing by not being needed: the deletion begins with the next step', () => {
    const story = owning(0)
    expect(story.request.erasureBegunAt).toBeNull()
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-user' })).toBeNull()
    expect(story.request.erasureBegunAt).not.toBeNull()
  })
  it('is a person’s again where the look before the deletion finds a group by then', () => {
    const story = owning(0)
    story.account = story.account && { ...story.account, soleOwnedGroups: 2 }
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-user' })).toBe('step-needed-after-all')
    expect(seen(story, gitlab, groups)).toEqual(open)
    expect(story.seen.at(-1)).toEqual({ command: 'untick-step', facts: { task: gitlab, step: groups } })
    expect(story.request.erasureBegunAt).toBeNull()
    story.ticked(gitlab, 2)
    expect(seen(story, gitlab, 'delete-user').done).toBe(true)
  })
  it('can be ticked by hand all the same, with every guard of a destructive step', () => {
    const story = owning(0).held()
    expect(story.tryTask(gitlab, 'tick-step', { step: groups })).toBe('on-hold')
    story.does(priya, 'release-hold', { note: 'Settled' }).onTask(gitlab, 'tick-step', { step: groups })
    expect(seen(story, gitlab, groups)).toEqual({ done: true, doneById: 'sam', kinds: [] })
  })
})

describe('the steps of an access', () => {
  const access = () => aRequest({}, { type: 'data-access' }).begun()
  const download = (story: Story, actor = sam) =>
    story.attempt(actor, 'record-download', {}, story.task('access'))

  it('that download and upload are ticked by the download and the upload', () => {
    const story = access()
    expect(download(story)).toBeNull()
    expect(seen(story, 'access', 'download-blank').kinds).toEqual(['sheet-downloaded'])
    expect(step(story, 'access', 'download-blank').evidence[0]).toMatchObject({ byId: 'sam' })
    story.onTask('access', 'tick-step', { step: 'fill-in' }).uploaded('access')
    expect(seen(story, 'access', 'upload').kinds).toEqual(['file-uploaded'])
    expect(story.tryTask('access', 'resolve', { resolution: 'complete' })).toBeNull()
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('that upload is open again when the file is removed', () => {
    const story = access().uploaded('access')
    const [file] = story.request.files
    expect(seen(story, 'access', 'upload').done).toBe(true)
    story.onTask('access', 'remove-file', { file: file?.id })
    expect(seen(story, 'access', 'upload')).toEqual(open)
  })
  it('leave what nobody saw to a person, in order', () => {
    const story = access().uploaded('access')
    expect(story.tryTask('access', 'resolve', { resolution: 'complete' })).toBe('steps-open')
    expect(offered(story).map(({ preset }) => preset?.step)).toContain('download-blank')
    story.ticked('access')
    expect(seen(story, 'access', 'fill-in')).toEqual({ done: true, doneById: 'sam', kinds: [] })
    expect(story.tryTask('access', 'resolve', { resolution: 'complete' })).toBeNull()
  })
  it('take a tick by hand of what was seen without a word, and don’t take it back', () => {
    const story = access()
    download(story)
    story.onTask('access', 'tick-step', { step: 'download-blank' })
    expect(seen(story, 'access', 'download-blank').kinds).toEqual(['sheet-downloaded'])
    expect(story.tryTask('access', 'untick-step', { step: 'download-blank' })).toBe('seen-by-product')
  })
  it('are not ticked by somebody who doesn’t work the task', () => {
    const story = access()
    expect(download(story, rosa)).toBe('not-allowed')
  })
  it('let the export’s file tick its upload, too', () => {
    const story = aRequest({}, { type: 'data-export', country: 'NL' }).begun().selfServed().helped()
    story.uploaded('export')
    expect(seen(story, 'export', 'upload').kinds).toEqual(['file-uploaded'])
  })
})

describe('the deletion list', () => {
  const gone = () => aRequest().begun().ticked(gitlab, 3)
  const upload = (story: Story, list: number, actor = sam) =>
    story.attempt(actor, 'record-list-upload', { list }, story.task(gitlab))

  it('gets the addresses by itself once the user is gone, and the step says in which version', () => {
    const story = gone()
    expect(step(story, gitlab, 'add-to-csv').evidence).toMatchObject([{ kind: 'listed', version: 1 }])
    expect(story.effects).toContainEqual({
      kind: 'list-for-data-platform',
      addresses: ['robin@people.example'],
    })
  })
  it('is uploaded by one press, which is the next step', () => {
    const story = gone()
    expect(offered(story)).toContainEqual(
      expect.objectContaining({ command: 'record-list-upload', preset: { list: '1' } }),
    )
    story.onTask(gitlab, 'record-list-upload', { list: '1' })
    expect(step(story, gitlab, 'upload-csv').evidence).toMatchObject([
      { kind: 'list-uploaded', version: 1, byId: 'sam' },
    ])
    expect(story.effects).toContainEqual({ kind: 'list-uploaded', version: 1 })
    expect(story.tryTask(gitlab, 'resolve', { resolution: 'complete' })).toBeNull()
  })
  it('counts only in a version that has the addresses', () => {
    expect(upload(aRequest().begun().ticked(gitlab, 2), 1)).toBe('not-listed')
    const story = aRequest().begun()
    story.listVersion = 7
    story.ticked(gitlab, 3)
    expect(upload(story, 6)).toBe('version-too-old')
    expect(upload(story, 8)).toBeNull()
  })
  it('is passed on by the system, in the name of who uploaded it, and starts nothing anew', () => {
    const story = gone()
    const from = story.effects.length
    story.onTask(gitlab, 'record-list-upload', { list: 3, by: 'kim' }, system)
    expect(step(story, gitlab, 'upload-csv').evidence).toMatchObject([{ version: 3, byId: 'kim' }])
    expect(story.effects.slice(from)).toEqual([])
  })
  it('is Privacy’s to mark only with a note', () => {
    expect(upload(gone(), 1, priya)).toBe('needs-note-from-privacy')
  })
})
