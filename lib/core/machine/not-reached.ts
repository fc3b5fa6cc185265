import { type Context, type Refusal, refuse } from './decision'

/** What is refused because a look at the account got no answer; names the connected system that didn't give it. */
export function notReached({ lookUp, systems }: Pick<Context, 'lookUp' | 'systems'>): Refusal {
  const asked = systems.find(({ key }) => key === lookUp?.source)
  return refuse('directory-unreachable', asked?.name)
}
