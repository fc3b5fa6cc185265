import { Button } from '@/components/ui/button'

/** Beside the button that sends a form whose fields hold what was typed before: for somebody at a shared computer. */
export const ClearButton = () => (
  <Button tone="quiet" name="clear" value="true" formNoValidate>
    Clear what I typed
  </Button>
)
