import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { TextArea } from '@/components/ui/text-field'
import type { NextStep } from '@/lib/core/next-step'
import { Act, type ActOn } from './act'
import { inputName } from './act-input'

/** Messages that a command carries: their steps open the composer, where the text can be read before it goes. */
function messageOf({ command, preset = {} }: NextStep): string | undefined {
  switch (command) {
    case 'send-message':
      return String(preset.message)
    case 'fail-verification':
      return 'failed-verification'
    case 'request-security-review':
      return 'security-review-requested'
    case 'record-security-review':
      return preset.result === 'denied' ? 'security-review-denied' : 'security-review-complete'
    case 'close':
      return preset.outcome === 'withdrawn' ? 'request-closed' : 'request-refused'
    default:
      return undefined
  }
}

/** Where a step is taken that needs more room than a button; undefined for those that are taken on the spot. */
export function stepLink(reference: string, step: NextStep): string | undefined {
  const message = messageOf(step)
  if (message) return `/requests/${reference}/messages?compose=${message}#composer`
  if (step.taskId) return `/requests/${reference}/status#task-${step.taskId}`
  if (step.command === 'record-checks') return `/requests/${reference}/details#record-checks`
  return undefined
}

/** What exactly will happen, and what it asks for; commands that are not here act at once and can be taken back. */
const confirmed: Readonly<Record<string, { sentence: string; asks?: { path: string; label: string } }>> = {
  'pass-verification': {
    sentence:
      'The answers count as right for good: the request goes on to the deletion, and there is no second judgement.',
  },
  'resend-confirmation': {
    sentence: 'We mail the confirmation link to the address on file again; earlier links keep working.',
  },
  'release-hold': {
    sentence:
      'The hold ends now. The account is looked up again first; if nothing stands in the way, the work goes on.',
    asks: { path: 'note', label: 'Why it may go on' },
  },
  reopen: {
    sentence:
      'The request goes back to the earliest step that was not passed. Nothing verified carries over, and the due date stays.',
    asks: { path: 'reason', label: 'Why it is reopened' },
  },
  retype: { sentence: 'The request becomes one of another type, with the tasks of that type.' },
  'settle-delivery': { sentence: '' },
}

const settled = (delivered: unknown) =>
  delivered === true
    ? 'The message counts as delivered, and its response window opens.'
    : 'The same mail is sent once more. If the first one did arrive, the person has it twice.'

/** A step that is taken right here. */
export function StepForm({ on, step, primary }: { on: ActOn; step: NextStep; primary: boolean }) {
  const { command, label, preset } = step
  const form = `next-${command}${preset ? `-${Object.values(preset).join('-')}` : ''}`.replace(/[^\w-]/g, '')
  const known = confirmed[command]
  const tone = primary ? 'primary' : 'secondary'
  if (!known)
    return (
      <Act on={on} command={command} form={form} preset={preset}>
        <Button tone={tone}>{label}</Button>
      </Act>
    )
  const sentence = command === 'settle-delivery' ? settled(preset?.delivered) : known.sentence
  return (
    <Act on={on} command={command} form={form} preset={preset}>
      <Confirm label={label} tone={tone} sentence={sentence}>
        {known.asks && (
          <TextArea name={inputName(form, known.asks.path)} label={known.asks.label} rows={2} required />
        )}
        <Button tone="primary">{label}</Button>
      </Confirm>
    </Act>
  )
}
