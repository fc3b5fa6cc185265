import { Icon } from '@/components/ui/icon'

/** Goes one page back in the form; what was answered there is kept. */
export function BackLink({ href }: { href: string }) {
  return (
    <p className="mb-4">
      <a href={href} className="link -ms-1 inline-flex min-h-control items-center gap-1 px-1">
        <Icon name="chevron-left" className="size-[1.1em] rtl:-scale-x-100" />
        Back
      </a>
    </p>
  )
}
