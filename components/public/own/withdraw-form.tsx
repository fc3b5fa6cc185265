import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'

/** Takes the request back, confirmed in place. */
export function WithdrawForm({ press }: { press: string }) {
  return (
    <form method="post" action="/my/request/withdraw">
      <input type="hidden" name="press" value={press} />
      <Confirm
        label="Withdraw my request"
        sentence="We stop at once, delete nothing more, and close the request. If you change your mind later, you make a new one."
      >
        <Button tone="danger">Yes, withdraw it</Button>
      </Confirm>
    </form>
  )
}
