import type { Metadata } from 'next'
import Link from 'next/link'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { PageHeading } from '@/components/ui/page-heading'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { messages } from '@/emails/index'
import { systemClock } from '@/lib/clock'
import { languages, languageTags } from '@/lib/core/intake/languages'
import { templateSubject } from '@/lib/core/settings/proposal'
import { comesIn } from '@/lib/door/mail/templates'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listOwnTemplates } from '@/lib/store/mail/templates'
import { readProposals } from '@/lib/store/settings/proposals'

export const metadata: Metadata = { title: 'Templates' }

/** Every message to a person, with whose words it has. */
export default async function TemplatesPage() {
  const { actor } = await requireStaff('/templates', 'edit-templates')
  const [own, proposed] = await Promise.all([listOwnTemplates(actor), readProposals(actor, 'template/')])
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  const sorted = messages.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  /** A line for each language in which a message has words, or will have once a change is applied. */
  const worded = ({ key, name, subject }: (typeof messages)[number]) =>
    languageTags
      .filter(
        language =>
          comesIn(key, language) ||
          own.has(`${language}/${key}`) ||
          proposed.some(proposal => proposal.subject === templateSubject(language, key)),
      )
      .map(language => ({ key, name, language, subject: language === 'en' ? subject : '' }))
  return (
    <>
      <PageHeading
        title="Templates"
        lead="The words of each message. Privacy proposes another wording, and a second Privacy person applies it; sent messages stay as they were sent."
      />
      <Table
        caption="Messages"
        head={
          <>
            <Th sort="ascending">Message</Th>
            <Th>Subject</Th>
            <Th>Language</Th>
            <Th>Words</Th>
          </>
        }
      >
        {sorted
          .flatMap(template => worded(template))
          .map(({ key, name, language, subject }) => {
            const ours = own.get(`${language}/${key}`)
            const waits = proposed.some(proposal => proposal.subject === templateSubject(language, key))
            return (
              <Tr key={`${language}/${key}`}>
                <Th scope="row" className="whitespace-nowrap">
                  <Link
                    href={`/templates/${key}?language=${language}`}
                    prefetch={false}
                    data-row-link=""
                    className="link font-medium"
                  >
                    {name}
                  </Link>
                </Th>
                <Td className="text-ink-soft">{subject}</Td>
                <Td>{languages[language]}</Td>
                <Td>
                  <span className="inline-flex flex-wrap items-center gap-2">
                    {ours ? (
                      <>
                        Our own, version {ours.version},{' '}
                        <DateText at={ours.at} now={now} timeZone={timeZone} />
                      </>
                    ) : (
                      <span className="text-ink-soft">As they come with Habeas</span>
                    )}
                    {waits && <Chip meaning="soon">A change waits</Chip>}
                  </span>
                </Td>
              </Tr>
            )
          })}
      </Table>
    </>
  )
}
