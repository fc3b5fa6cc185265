import { type WorkLinkKey, type WorkLinks, workLinks } from '@/lib/core/handbook/work-links'

/** Where a step is done; nothing where the organisation has set no address for it. */
export function WorkLink({ to, links }: { to: WorkLinkKey; links: WorkLinks }) {
  const href = links[to]
  if (!href) return null
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      className="link inline-flex min-h-6 items-center"
    >
      {workLinks[to]}
      <span className="sr-only"> (opens in a new window)</span>
    </a>
  )
}
