const FIRST_SECONDS = 15
const LONGEST_SECONDS = 6 * 60 * 60

/** After so many tries, a little over two hours after the first, a person is shown what is due. */
export const PARKED_AFTER = 10

/** How long something due is left alone after its nth try: twice as long each time, at most six hours. */
export const backOffSeconds = (attempts: number): number =>
  Math.min(FIRST_SECONDS * 2 ** (attempts - 1), LONGEST_SECONDS)

/** The first of them in order, up to the longest. */
export const backOffs: readonly number[] = Array.from({ length: 12 }, (_, index) => backOffSeconds(index + 1))
