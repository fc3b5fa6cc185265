import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Estimating takes longer the longer a text is, and what is behind so many characters makes no password worse. */
const MOST_READ = 100
/** Of digits and signs that stand for letters, so many are tried as letters at once; each more costs time, and finds little. */
const MOST_SUBSTITUTIONS = 10
/** Guesses, as a power of ten, that zxcvbn calls safely unguessable: its score 3. */
const ENOUGH = 8

let estimator: Promise<ZxcvbnFactory> | undefined

/** The dictionaries take some forty megabytes, so they are read when somebody first sets a password. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: MOST_SUBSTITUTIONS,
  })
}

/** `own`: weak by what is known of the person; `decorated`: by what is left without digits and signs around it. */
export type Weakness = 'own' | 'decorated' | 'guessed'

/** The text without digits and signs at its ends, such as the year that has been asked for. */
export const withoutDecoration = (text: string): string => {
  const first = text.search(/\p{L}/u)
  if (first < 0) return ''
  let end = text.length
  while (end > first && !/\p{L}/u.test(text.charAt(end - 1))) end -= 1
  return text.slice(first, end)
}

/** The one word that a text repeats between digits and signs; null where there are several. */
function onlyWord(text: string): string | null {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{M}]+/u))
  words.delete('')
  const [word = null] = words
  return words.size === 1 ? word : null
}

/**
 * Why a password would be guessed soon; null where it wouldn't. Estimated by zxcvbn (Wheeler, USENIX Security 2016), as a whole
 * and without what people put around a word so that it passes.
 * @param own what an attacker knows of the person: names, addresses, the organisation
 */
export async function weaknessOf(password: string, own: readonly string[]): Promise<Weakness | null> {
  estimator ??= load()
  const zxcvbn = await estimator
  const whole = password.slice(0, MOST_READ)
  const [core, word] = [withoutDecoration(whole), onlyWord(whole)]
  for (const text of new Set([whole, core, ...(word === null ? [] : [word])])) {
    const { guessesLog10, sequence } = zxcvbn.check(text, [...own])
    if (guessesLog10 >= ENOUGH) continue
    if (sequence.some(match => 'dictionaryName' in match && match.dictionaryName === 'userInputs'))
      return 'own'
    return text === whole ? 'guessed' : 'decorated'
  }
  return null
}
