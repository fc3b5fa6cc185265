import { type IconName, iconPaths } from './icon-paths'

/**
 * A small drawing beside a word; hidden from screen readers, as the word says it already.
 * @example <Icon name="clock" className="size-4" />
 */
export function Icon({ name, className = 'size-[1.15em]' }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={`icon ${className}`}>
      <path d={iconPaths[name]} />
    </svg>
  )
}
