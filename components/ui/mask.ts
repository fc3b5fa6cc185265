const cover = (text: string) => `${Array.from(text)[0] ?? ''}•••`

/** "r•••@e•••.org" for an address, "r•••" for anything else; tells neither length nor the rest. */
export function masked(value: string): string {
  const at = value.lastIndexOf('@')
  if (at < 1) return cover(value)
  const domain = value.slice(at + 1)
  const dot = domain.lastIndexOf('.')
  return `${cover(value.slice(0, at))}@${cover(domain)}${dot > 0 ? domain.slice(dot) : ''}`
}
