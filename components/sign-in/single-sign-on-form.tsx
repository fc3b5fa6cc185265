import { Button } from '@/components/ui/button'

/** Leads to the provider of single sign-on. Works without script. */
export function SingleSignOnForm({
  action,
  label,
  next,
}: {
  action: (form: FormData) => Promise<void>
  label: string
  /** Path to go to afterwards. */
  next: string
}) {
  return (
    <form action={action}>
      <input type="hidden" name="next" value={next} />
      <Button tone="primary" icon="log-in" className="w-full">
        {label}
      </Button>
    </form>
  )
}
