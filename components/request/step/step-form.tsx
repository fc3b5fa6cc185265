import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import type { NextStep } from '@/lib/core/advice/guides/guide'
import { Act, type ActOn } from '../act/act'
import { inputName } from '../act/act-input'
import { type Ask, decidedPath, stepWords } from './step-asks'

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
    case 'record-owner-decision':
      return preset.granted === false ? 'no-enterprise-admin-permission-deletion' : undefined
    case 'validate-authority':
      return preset.valid === false ? 'authority-not-established' : undefined
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

const settled = (delivered: unknown) =>
  delivered === true
    ? 'The message counts as delivered, and its response window opens.'
    : 'The same mail is sent once more. If the first one did arrive, the person has it twice.'

/** A step that is taken right here. */
export function StepForm({
  on,
  step,
  primary,
  of = 'next',
}: {
  on: ActOn
  step: NextStep
  primary: boolean
  /** Tells this form from the same one of another request on the page. */
  of?: string
}) {
  const { command, label, preset } = step
  const form = `${of}-${command}${preset ? `-${Object.values(preset).join('-')}` : ''}`.replace(/[^\w-]/g, '')
  const known = command === 'settle-delivery' ? { sentence: settled(preset?.delivered) } : stepWords[command]
  const tone = primary ? 'primary' : 'secondary'
  if (!known)
    return (
      <Act on={on} command={command} form={form} preset={preset}>
        <Button tone={tone}>{label}</Button>
      </Act>
    )
  const decided = Object.keys(preset ?? {})
  const asks = known.asks?.filter(ask => !decided.includes(decidedPath(ask))) ?? []
  return (
    <Act on={on} command={command} form={form} preset={preset}>
      <Confirm label={label} tone={tone} sentence={known.sentence}>
        {asks.map(ask => (
          <Asked key={ask.path} ask={ask} form={form} />
        ))}
        <Button tone="primary">{label}</Button>
      </Confirm>
    </Act>
  )
}

/** One field of a step or of a message's command. */
export function Asked({ ask, form }: { ask: Ask; form: string }) {
  const { path, label, hint, kind, optional, choices = [] } = ask
  const field = { name: inputName(form, path), label, hint, required: !optional }
  if (kind === 'choice') return <Select {...field} empty="Choose" choices={choices} />
  if (kind === 'line') return <TextField {...field} />
  return <TextArea {...field} rows={2} />
}
