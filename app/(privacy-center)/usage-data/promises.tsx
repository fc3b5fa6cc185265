import type { ReactNode } from 'react'

interface PromiseWords {
  title: string
  about: ReactNode
  /** How anybody can see that it is kept. */
  proof: ReactNode
}

const dictionary = (
  <a href="/usage-data/dictionary" className="link">
    the dictionary
  </a>
)
const changes = (
  <a href="/usage-data/changes" className="link">
    the list of changes
  </a>
)

/** The six promises; what each proof says is what a test of Habeas checks before every release. */
export const promises: readonly PromiseWords[] = [
  {
    title: 'Usage data is not sold',
    about: 'It is used to make the products better. Nobody pays us for it, in money or otherwise.',
    proof: (
      <>
        There is one way out: a weekly list of counts, which is off until an admin here switches it on.
        Everyone who receives it is named in {changes}. A test fails if any other program could send data to
        another place.
      </>
    ),
  },
  {
    title: 'Only free JavaScript is served',
    about:
      'What runs in your browser on this site is free software. The pages for the public also work with scripts switched off.',
    proof: (
      <>
        <a href="/usage-data/licences" className="link">
          Every program with its licence
        </a>
        . A test reads the licence of each, and that the browser is told to refuse any other.
      </>
    ),
  },
  {
    title: 'What could identify you is replaced before anything is stored',
    about:
      'Users, visits and devices become codes that can’t be turned back, made with a secret key. Network addresses, email addresses, names, page titles and full browser names are never stored at all.',
    proof: (
      <>
        Everything that isn’t on a list of exceptions is replaced or dropped; {dictionary} has that list, with
        the reason for each. A test sends the original trackers’ events full of personal data and then looks
        for it in every table and log. Another one tries thousands of made-up events.
      </>
    ),
  },
  {
    title: 'You can read what is collected, what for, and how it is made safe',
    about: 'All of it, field by field.',
    proof: (
      <>
        It is listed in {dictionary}, which is not written by hand: it is read off the same definitions that
        the collector works by. What isn’t in there is refused.
      </>
    ),
  },
  {
    title: 'You are told when any of that changes',
    about: 'What is collected, for how long, how it is made safe, the key, and who receives counts.',
    proof: (
      <>
        Every change is listed in {changes} with its date, and can be followed{' '}
        <a href="/usage-data/changes.atom" className="link" type="application/atom+xml">
          as a feed
        </a>{' '}
        or by email. The collector refuses anything that isn’t announced there as it is now, so nothing can
        begin in silence; a test checks that the entry is there before the first event.
      </>
    ),
  },
  {
    title: 'No analytics company gets data from which you could be identified',
    about: 'Events stay on the servers of this installation.',
    proof:
      'The pages tell your browser to load and send nothing anywhere else, and a test checks that they do. Another one reads every program here for addresses of others.',
  },
]

/** What pseudonyms can't do; said as plainly as what they can. */
export const limits: readonly string[] = [
  'The number of a project is kept. If the project is public, anybody can look up what it is, and who works on it.',
  'The number of a group or namespace is kept, too, and a namespace may be called after a person.',
  'Where somebody is the only user of a subscription, those who run the products could recognise them by it.',
  'A code still belongs to one person, so by law it stays personal data. Somebody who holds the secret key and knows an account can work out its code. That is how a deletion finds what to delete, and nothing else here does it.',
]
