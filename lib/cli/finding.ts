/** What `doctor` says about a thing that it looked at. */
export interface Finding {
  /** `advice` is worth knowing and stops nothing. */
  level: 'fine' | 'advice' | 'trouble'
  says: string
}

export const fine = (says: string): Finding => ({ level: 'fine', says })
export const advice = (says: string): Finding => ({ level: 'advice', says })
export const trouble = (says: string): Finding => ({ level: 'trouble', says })
