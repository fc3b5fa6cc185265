import { SettingForm } from '@/components/desk/setting-form'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { DeliveryLog, DeliveryRow } from '@/lib/store/webhooks/delivery-log'
import { problemWords, stateWords, typeWords } from './delivery-words'

interface Shown {
  now: Date
  timeZone: string
}

function DeliveryLine({ delivery, now, timeZone }: { delivery: DeliveryRow } & Shown) {
  const { id, type, reference, state, attempts, problem, createdAt, nextAt } = delivery
  const { words, meaning } = stateWords(state, attempts)
  return (
    <Tr>
      <Th scope="row">
        <span className="min-w-0">{typeWords(type)}</span>
      </Th>
      <Td label="Request">
        {reference ? (
          <a href={`/requests/${reference}`} className="link">
            {reference}
          </a>
        ) : (
          'None'
        )}
      </Td>
      <Td label="State" sentences>
        <Chip meaning={meaning}>{words}</Chip>
        {problem && <span className="block text-xs text-ink-soft">{problemWords(problem)}</span>}
        {state === 'waiting' && attempts > 0 && nextAt && (
          <span className="block text-xs text-ink-soft">
            Next try: <DateText at={nextAt} now={now} timeZone={timeZone} />
          </span>
        )}
      </Td>
      <Td label="Tries">{attempts}</Td>
      <Td label="Happened">
        <DateText at={createdAt} now={now} timeZone={timeZone} />
      </Td>
      <Td>
        {state !== 'waiting' && (
          <SettingForm command="replay-webhook" form={`replay-${id}`} preset={{ id }}>
            <Button icon="refresh-cw">
              Send again
              <span className="sr-only">
                : {typeWords(type)} {reference ?? ''}
              </span>
            </Button>
          </SettingForm>
        )}
      </Td>
    </Tr>
  )
}

function DeliveryTable({
  caption,
  rows,
  ...shown
}: { caption: string; rows: readonly DeliveryRow[] } & Shown) {
  return (
    <Table
      cards
      caption={caption}
      head={
        <>
          <Th>Event</Th>
          <Th>Request</Th>
          <Th>State</Th>
          <Th>Tries</Th>
          <Th>Happened</Th>
          <Th>
            <span className="sr-only">Acts</span>
          </Th>
        </>
      }
    >
      {rows.map(delivery => (
        <DeliveryLine key={delivery.id} delivery={delivery} {...shown} />
      ))}
    </Table>
  )
}

/** What became of the deliveries of one webhook: those that ended undelivered first, then all others, the newest first. */
export function Deliveries({
  log: { dead, others, next },
  webhook: { id, url },
  isFirstPage,
  ...shown
}: {
  log: DeliveryLog
  webhook: { id: string; url: string }
  isFirstPage: boolean
} & Shown) {
  return (
    <section aria-labelledby="log" className="mt-8">
      <h2 id="log" className="mb-2 text-lg">
        Log of <bdi className="break-all">{url}</bdi>
      </h2>
      {dead.length > 0 && (
        <>
          <h3 className="mb-2 font-semibold">Not delivered</h3>
          <div className="mb-4">
            <DeliveryTable caption="Not delivered" rows={dead} {...shown} />
          </div>
          {others.length > 0 && <h3 className="mb-2 font-semibold">All others</h3>}
        </>
      )}
      {others.length > 0 && <DeliveryTable caption="Deliveries, the newest first" rows={others} {...shown} />}
      {others.length === 0 && dead.length === 0 && (
        <EmptyState icon="send" title="Nothing sent yet">
          Each event is listed here for a month after it was delivered.
        </EmptyState>
      )}
      {(next || !isFirstPage) && (
        <p className="mt-3 flex flex-wrap gap-2">
          {!isFirstPage && <DeskButtonLink href={`/settings/webhooks?log=${id}`}>The newest</DeskButtonLink>}
          {next && (
            <DeskButtonLink href={`/settings/webhooks?log=${id}&before=${next}`}>Older</DeskButtonLink>
          )}
        </p>
      )}
    </section>
  )
}
