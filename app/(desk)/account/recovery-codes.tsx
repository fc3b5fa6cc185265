import { SettingForm } from '@/components/desk/setting-form'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'

const words = (left: number) =>
  left === 0
    ? 'You have used all your recovery codes.'
    : `${left} of your recovery codes ${left === 1 ? 'is' : 'are'} unused.`

/** How many recovery codes are left, and how to get new ones; the codes themselves are shown only when they are made. */
export function RecoveryCodes({ left }: { left: number }) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <p>{words(left)}</p>
      <SettingForm command="renew-recovery-codes" form="codes">
        <Confirm label="New codes" sentence="You get ten new recovery codes. The old ones stop working.">
          <Button>Make new codes</Button>
        </Confirm>
      </SettingForm>
    </div>
  )
}
