import { type DirectoryRow, directoryRowSchema } from '@/lib/core/account/directory-row'

/** Days relative to today, as `YYYY-MM-DD`: the demo is as fresh on any day. */
const day = (now: Date, offset: number) => new Date(+now + offset * 86_400_000).toISOString().slice(0, 10)

type Columns = Partial<Record<string, string>>

/** Accounts of one kind; each is rated, blocked or held as its name says. */
const kinds = {
  quiet: () => ({}),
  busy: now => ({
    private_projects: '4',
    plan: 'premium',
    two_factor: 'false',
    last_active_on: day(now, -3),
  }),
  precious: now => ({
    private_projects: '64',
    sole_owned_groups: '7',
    plan: 'ultimate',
    two_factor: 'false',
    last_active_on: day(now, -1),
  }),
  owner: () => ({ sole_owned_groups: '3' }),
  subscriber: now => ({ plan: 'premium', subscription_ends_on: day(now, 12) }),
  leaver: () => ({ state: 'blocked', blocked_reason: 'self_deletion', last_active_on: '2026-01-02' }),
  banned: () => ({ state: 'banned', blocked_reason: 'abuse' }),
  employee: () => ({ enterprise: 'true', plan: 'ultimate' }),
  gone: () => ({ state: 'deleted' }),
  customer: () => ({}),
  member: () => ({}),
  departed: now => ({ last_active_on: day(now, -200) }),
  asking: () => ({}),
  litigant: () => ({}),
  ward: () => ({}),
} as const satisfies Record<string, (now: Date) => Columns>
export type Kind = keyof typeof kinds

const people = `
Alba Ferrer|ES|quiet, Bo Lindgren|SE|quiet, Chidi Eze|NG|quiet, Dana Kowalski|PL|quiet, Elif Kaya|TR|quiet,
Femi Adeyemi|NG|quiet, Gita Rao|IN|quiet, Hana Suzuki|JP|quiet, Ivo Petrov|BG|quiet, Jun Park|KR|quiet,
Kaya Osei|GH|quiet, Lars Holm|DK|quiet, Mina Rossi|IT|quiet, Nils Berg|NO|quiet, Ola Nowak|PL|quiet,
Paz Romero|CL|quiet, Quinn Murphy|IE|quiet, Rosa Duarte|PT|quiet, Sven Maier|DE|quiet, Tala Haddad|JO|quiet,
Uma Iyer|IN|quiet, Vera Novotna|CZ|quiet, Wim de Vries|NL|quiet, Xenia Popescu|RO|quiet, Yara Costa|BR|quiet,
Zoe Martin|FR|quiet, Amir Rahimi|DE|busy, Bea Santos|PT|busy, Cai Evans|GB|busy, Dora Szabo|HU|busy,
Emil Jensen|DK|busy, Fran Lopez|ES|busy, Gwen Price|GB|busy, Hugo Blanc|FR|busy, Ines Vidal|ES|precious,
Jonas Weber|DE|precious, Kim Tran|VN|precious, Lea Fischer|AT|precious, Milo Greco|IT|precious,
Nora Lund|SE|owner, Omar Aziz|EG|owner, Pia Salo|FI|owner, Rafa Moreno|MX|subscriber, Sana Malik|PK|subscriber,
Tom Baker|US|subscriber, Udo Kern|DE|leaver, Vida Horvat|HR|leaver, Walt Green|US|leaver, Xavi Pons|ES|banned,
Yuki Mori|JP|banned, Zara Khan|GB|banned, Arne Dahl|SE|banned, Britt Vos|NL|employee, Cleo Adams|US|employee,
Dirk Peters|BE|employee, Ewa Zielinska|PL|gone, Finn Walsh|IE|gone, Greta Olsen|NO|gone, Hilda Roth|CH|quiet,
Igor Babic|HR|quiet, Ilse Brandt|DE|customer, Jamal Toure|SN|customer, Kasia Wrona|PL|customer,
Luis Prieto|AR|customer, Maud Leroy|FR|customer, Nadia Farah|MA|member, Oskar Lind|SE|member, Petr Havel|CZ|member,
Ruth Winter|DE|departed, Stefan Stein|AT|departed, Theo Muster|CH|departed, Uri Levi|IL|departed,
Viktor Kranz|DE|departed, Wanda Lis|PL|asking, Xiang Li|SG|asking, Yves Petit|BE|asking, Zita Nagy|HU|asking,
Aron Katz|NL|asking, Beth Cole|GB|asking, Carlo Serra|IT|asking, Daryna Bondar|UA|asking, Emre Sahin|TR|asking,
Fatou Diop|SN|asking, Gerd Wolff|DE|litigant, Helga Bauer|AT|litigant, Ian Reid|IE|litigant, Jill Hart|US|litigant,
Kees Smit|NL|employee, Lotte Jansen|NL|employee, Marco Ricci|IT|employee, Nina Falk|SE|employee,
Otis Grant|US|employee, Pilar Vega|ES|employee, Ravi Nair|IN|busy,
Selma Kurt|AT|asking, Tibor Mares|CZ|asking, Ulla Vik|NO|member, Viktor Dahl|SE|member, Wanda Zielinska|PL|customer,
Aisha Naseem|MV|litigant, Bela Farkas|HU|litigant, Clara Simon|FR|litigant, Ebba Holm|SE|ward, Fynn Kessler|DE|ward,
Gwyn Parry|GB|litigant, Hedda Moen|NO|litigant
`
  .trim()
  .split(/,\s*/)
  .map(entry => {
    const [name = '', country = '', kind = ''] = entry.split('|')
    return { name, country, kind }
  })

export interface DemoPerson {
  name: string
  country: string
  email: string
  username: string
}

const asPerson = ({ name, country }: { name: string; country: string }): DemoPerson => {
  const [first = '', last = ''] = name.toLowerCase().split(/ (.*)/)
  return {
    name,
    country,
    email: `${first}.${last.replaceAll(' ', '')}@people.example`,
    username: `${first}${last.charAt(0)}`,
  }
}

/** Everybody of a kind, in the same order at every seeding. */
export const peopleOf = (kind: Kind): DemoPerson[] =>
  people.filter(person => person.kind === kind).map(asPerson)

const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text)

/** The directory that the demo's checks look in: some hundred invented accounts. */
export function demoDirectory(now: Date): DirectoryRow[] {
  return people.map((person, at) => {
    const { email, username, country } = asPerson(person)
    return directoryRowSchema.parse({
      account_id: `demo-${String(at + 1).padStart(3, '0')}`,
      username,
      email,
      secondary_emails: at % 4 === 0 ? `${username}@second.example` : '',
      state: 'active',
      blocked_reason: '',
      enterprise: 'false',
      private_projects: '0',
      sole_owned_groups: '0',
      plan: 'free',
      subscription_ends_on: '',
      two_factor: 'true',
      created_on: `20${12 + (at % 10)}-0${1 + (at % 9)}-1${at % 10}`,
      last_active_on: day(now, -60 - at),
      country,
      successor_emails: '',
      ...(isKind(person.kind) ? kinds[person.kind](now) : {}),
    })
  })
}
