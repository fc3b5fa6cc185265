import type { RatingLevel } from '@/lib/core/risk/rating'

export const riskName: Record<RatingLevel, string> = { low: 'Low', medium: 'Medium', high: 'High' }
