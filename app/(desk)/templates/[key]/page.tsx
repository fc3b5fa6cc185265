import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { type Query, single } from '@/app/query'
import { Proposal } from '@/components/desk/proposal'
import { SettingForm } from '@/components/desk/setting-form'
import { TemplateText } from '@/components/message/template-text'
import { inputName } from '@/components/request/form/act-input'
import { ActionProvider } from '@/components/request/form/action-provider'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { isLanguage, languages } from '@/lib/core/intake/languages'
import { templateSubject } from '@/lib/core/settings/proposal'
import { builtIn, comesIn, templateText } from '@/lib/door/mail/templates'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readTemplateVersions } from '@/lib/store/mail/templates'
import { readProposals } from '@/lib/store/settings/proposals'
import { change } from '../../settings/actions'
import { previewAction } from '../actions'
import { LanguageChoice } from './language-choice'
import { TemplateVersions } from './template-versions'
import { Variables } from './variables'

export const metadata: Metadata = { title: 'Template' }

const form = 'template'

/** One message: its words, its variables, a preview, and every version that there was. */
export default async function TemplatePage({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>
  searchParams: Query
}) {
  const { key } = await params
  const query = await searchParams
  const language = single(query.language) ?? 'en'
  const { actor } = await requireStaff(`/templates/${key}`, 'edit-templates')
  const template = builtIn(key, language)
  if (!template || !isLanguage(language)) notFound()
  const brought = comesIn(key, language)
  const [versions, proposals] = await Promise.all([
    readTemplateVersions(actor, key, language),
    readProposals(actor, templateSubject(language, key)),
  ])
  const proposal = proposals.find(({ subject }) => subject === templateSubject(language, key))
  const proposed = templateText.safeParse(proposal?.value).data
  const restored = single(query.restore)
  const text =
    restored === '0'
      ? template
      : (versions.find(({ version }) => String(version) === restored) ?? versions[0] ?? template)
  const wording = { subject: text.subject, body: text.body }
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  return (
    <>
      <PageHeading
        kicker={
          <Link href="/templates" prefetch={false} className="link">
            Templates
          </Link>
        }
        title={template.name}
        lead={
          versions[0]
            ? `The organisation’s own words, version ${versions[0].version}.`
            : brought
              ? 'The words that come with Habeas.'
              : `There are no words in ${languages[language]} yet, so people get the English ones. Write them over these.`
        }
      />
      <LanguageChoice messageKey={key} language={language} />
      <ActionProvider action={change}>
        {proposal && (
          <Proposal {...proposal} title="Another wording" {...shown}>
            <p className="font-semibold">
              <bdi>{proposed?.subject}</bdi>
            </p>
            <p className="mt-1 max-w-measure break-words whitespace-pre-line">
              <bdi>{proposed?.body}</bdi>
            </p>
          </Proposal>
        )}
        <SettingForm
          key={`${restored ?? ''} ${versions[0]?.version ?? 0}`}
          command="propose-template"
          form={form}
          preset={{ key, language }}
          className="flex flex-col items-start gap-4"
        >
          <TemplateText
            names={{ subject: inputName(form, 'subject'), body: inputName(form, 'body') }}
            text={wording}
            preview={previewAction.bind(null, key, language)}
            first={await previewAction(key, language, wording, single(query.request))}
          />
          <div className="w-full max-w-xl">
            <TextField name={inputName(form, 'note')} label="Why it changes" required />
          </div>
          {proposal ? (
            <Button unavailableBecause="A change waits already.">Propose this wording</Button>
          ) : (
            <Button tone="primary">Propose this wording</Button>
          )}
        </SettingForm>
        <Variables variables={template.variables} />
        <TemplateVersions
          versions={versions}
          brought={brought}
          here={`/templates/${key}?language=${language}`}
          {...shown}
        />
      </ActionProvider>
    </>
  )
}
