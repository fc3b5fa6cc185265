import Link from 'next/link'
import { SettingForm } from '@/components/desk/setting-form'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { happeningTypes } from '@/lib/core/view/happenings'
import type { WebhookRow } from '@/lib/store/webhooks/webhooks'
import { problemWords, typeWords } from './delivery-words'

interface Shown {
  now: Date
  timeZone: string
}

function StateOf({ webhook, now, timeZone }: { webhook: WebhookRow } & Shown) {
  const { dead, failingSince, waiting, lastProblem } = webhook
  return (
    <div className="flex flex-col items-start gap-1">
      {dead > 0 && <Chip meaning="overdue">{dead} not delivered</Chip>}
      {failingSince && (
        <Chip meaning="soon">
          Failing since <DateText at={failingSince} now={now} timeZone={timeZone} />
        </Chip>
      )}
      {waiting > 0 && <Chip>{waiting} on the way</Chip>}
      {dead === 0 && !failingSince && waiting === 0 && (
        <Chip meaning={webhook.lastState ? 'done' : 'neutral'}>
          {webhook.lastState ? 'All delivered' : 'Nothing sent yet'}
        </Chip>
      )}
      {lastProblem && <span className="text-xs text-ink-soft">{problemWords(lastProblem)}</span>}
    </div>
  )
}

function Acts({ id }: { id: string }) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      <SettingForm command="test-webhook" form={`test-${id}`} preset={{ id }}>
        <Button icon="send">Send a test</Button>
      </SettingForm>
      <SettingForm command="remove-webhook" form={`remove-${id}`} preset={{ id }}>
        <Confirm
          label="Remove"
          sentence="It is told nothing from this moment on. What is on its way to it ends, and its log is gone."
        >
          <Button tone="danger">Remove</Button>
        </Confirm>
      </SettingForm>
    </div>
  )
}

/** Every webhook with its state; those with dead letters come first. */
export function WebhookTable({
  webhooks,
  chosen,
  ...shown
}: { webhooks: readonly WebhookRow[]; chosen: string | undefined } & Shown) {
  return (
    <Table
      cards
      caption="Webhooks"
      head={
        <>
          <Th>Address</Th>
          <Th>Is told of</Th>
          <Th>State</Th>
          <Th>Last event</Th>
          <Th>
            <span className="sr-only">Acts</span>
          </Th>
        </>
      }
    >
      {webhooks.map(webhook => (
        <Tr key={webhook.id}>
          <Th scope="row" className="min-w-40">
            <div className="min-w-0">
              <bdi className="break-all">{webhook.url}</bdi>
              <Link
                href={`/settings/webhooks?log=${webhook.id}`}
                prefetch={false}
                aria-current={webhook.id === chosen ? 'true' : undefined}
                className="link block text-sm font-normal"
              >
                Log<span className="sr-only"> of {webhook.url}</span>
              </Link>
            </div>
          </Th>
          <Td label="Is told of" sentences>
            {webhook.events.length === happeningTypes.length
              ? 'Everything'
              : webhook.events.map(event => (
                  <span key={event} className="block">
                    {typeWords(event)}
                  </span>
                ))}
          </Td>
          <Td label="State">
            <StateOf webhook={webhook} {...shown} />
          </Td>
          <Td label="Last event">
            {webhook.lastAt ? <DateText at={webhook.lastAt} {...shown} /> : 'None yet'}
          </Td>
          <Td>
            <Acts id={webhook.id} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
