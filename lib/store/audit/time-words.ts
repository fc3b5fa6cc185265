const units = [
  { name: 'day', ms: 86_400_000 },
  { name: 'hour', ms: 3_600_000 },
  { name: 'minute', ms: 60_000 },
  { name: 'second', ms: 1000 },
] as const

/** A length of time in its largest whole unit: "4 minutes". */
export function forHowLong(ms: number): string {
  const { name, ms: length } = units.find(unit => ms >= unit.ms) ?? units[3]
  const count = Math.max(0, Math.floor(ms / length))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
