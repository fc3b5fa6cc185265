/** One part of the guidance for team members. Shown in the product, and held against docs/adding-an-event.md by a test. */
export interface GuidancePart {
  title: string
  /** Paragraphs before the list. */
  text: readonly string[]
  list: readonly string[]
}

/** How to add an event well, and what never to collect. */
export const guidance: readonly GuidancePart[] = [
  {
    title: 'Before you add one',
    text: [
      'An event is worth adding when somebody will decide something by it. Write down the question first; if a number that exists answers it, or a count from our own tables does, add nothing.',
    ],
    list: [
      'Ask for as little as the question needs: most are answered by how often, few by who, none by what somebody wrote.',
      'Say who answers for the event, and how long its rows are needed. Choose the shortest time that answers the question.',
      'Numbers from our own tables need no tracking at all: name a query in lib/store/usage/database-events.ts and an event with the source database.',
    ],
  },
  {
    title: 'How to add it',
    text: [
      'One event is one file in lib/usage-data/events and one line in its index; the collector, the dictionary, the roll-ups and the change log read it from there.',
    ],
    list: [
      'Name it by what happened, in the past tense: issue_created, not click_button_3. The name never changes its meaning; a new meaning is a new event.',
      'Describe it so that a person outside understands it: the description stands on a public page.',
      'Give every property a policy and a reason. A property without one is dropped; that is a feature.',
      'Keep a value as it is only if it comes from a closed list, is a number, or is true or false. Whatever people choose or type is pseudonymised or dropped.',
      'Name the identifiers that it needs. Leave the user out where different people needn’t be counted.',
      'Send it from a tracker to the collector, look into the rejected stream for the reason if nothing arrives, and see it on the dictionary page.',
    ],
  },
  {
    title: 'What never to collect',
    text: ['These are never sent, also not to be pseudonymised: what isn’t there can’t leak.'],
    list: [
      'Names, mail addresses, usernames, telephone numbers, postal addresses, network addresses.',
      'What people write or upload: titles, comments, searches, code, file names, branch names in plain.',
      'Passwords, tokens, keys, links that open something, contents of forms.',
      'Health, religion, politics, sexuality, origin, trade union membership, and anything that tells of them.',
      'Anything about children.',
      'Where somebody is, more exactly than country and region.',
      'Anything that makes one person stand out: free combinations of properties, rare values, exact times of birth or joining.',
    ],
  },
  {
    title: 'The announcement gate',
    text: [
      'People are told before anything about them changes. A new or changed definition is refused by the collector until the change is announced, so that there is no first row before its entry.',
    ],
    list: [
      'After the release, the change waits on Settings, Usage data, with what was and what will be.',
      'A Privacy person reads it, writes what it means in plain words, and announces it: change log, feed and mail at once.',
      'From that moment the collector takes the event under its new definition. Events that were sent earlier are in the rejected stream, counted, and not brought back.',
      'Removing an event, or keeping it for a shorter time, is announced as well.',
    ],
  },
  {
    title: 'Reading figures well',
    text: [
      'Charts show whole days of UTC, a day and a night late. People who ask not to be counted aren’t, so every number is a little low.',
    ],
    list: [
      'Figures of fewer people than the minimum group are not shown, nor those from which one would follow. Don’t rebuild them from exports or from other charts.',
      'A pseudonym is personal data. Don’t copy it into tickets, chats or sheets, and don’t try to find out whose it is.',
      'A journey is opened for one of three reasons only, with a ticket, and the audit log says so.',
      'After a rotation of the key people look new: numbers of different users over it count some twice.',
      'Write down what you learn under the indicator, with its month, so that the next person needn’t find out again.',
    ],
  },
]
