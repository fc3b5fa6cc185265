/**
 * A text without the signs at its end that `isSign` knows. Sign by sign from behind, as a pattern for the end would try
 * again from each of them, which takes long over a hostile megabyte of spaces or dots.
 */
export function withoutTail(text: string, isSign: (sign: string) => boolean): string {
  let end = text.length
  while (end > 0 && isSign(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
