import { vi } from 'vitest'
import { systemClock } from '@/lib/clock'

/** Holds the product's clock; the database's keeps running. @returns what lets it go again */
export function holdClock(at: string | Date): () => void {
  const held = vi.spyOn(systemClock, 'now').mockReturnValue(new Date(at))
  return () => {
    held.mockRestore()
  }
}
