/** `1 user`, `2 users`. */
export const count = (many: number, noun: string, plural = `${noun}s`): string =>
  `${many} ${many === 1 ? noun : plural}`
