/** A calendar's form as what the door takes: one closed day a line, its name after it. */
export function typedCalendar({ country, region, closed }: Record<string, unknown>): Record<string, unknown> {
  const lines = String(closed ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return {
    country: country ?? null,
    region: typeof region === 'string' ? region.trim().toUpperCase() : null,
    closed: lines.map(line => {
      const [day = '', ...name] = line.split(/\s+/)
      // A year of another century is a slip; it is refused as no day, with its line.
      return { day: day.startsWith('20') ? day : '', name: name.join(' ') || 'Closed' }
    }),
  }
}
