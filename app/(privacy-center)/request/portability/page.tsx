import type { Metadata } from 'next'
import { BackLink } from '@/components/public/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { StepsLine } from '@/components/ui/steps-line'
import { type Destination, destinationsByKey, portability } from '@/lib/core/handbook/portability'
import { readSetting } from '@/lib/store/settings/settings'
import { whatPage } from '../steps'

export const metadata: Metadata = { title: portability.publicTitle }

const steps = [
  {
    title: 'Export each project',
    detail: 'Open the project, then Settings, General, Advanced, Export project.',
  },
  { title: 'Download the file', detail: 'You get an email with a link as soon as the export is ready.' },
  {
    title: 'Import it on the other platform',
    detail: 'Start a new project there, and choose to import one.',
  },
].map(step => ({ ...step, state: 'plain' as const }))

/** An answer instead of a form: nothing is asked for, nothing is kept. */
export default async function PortabilityPage() {
  const link = await readSetting('export-steps-link')
  return (
    <>
      <BackLink href={`${whatPage}&type=${portability.key}`} />
      <PageHeading
        title={portability.publicTitle}
        lead="You don’t need us for this: you can take your projects with you yourself, at any time."
      />
      <StepsLine steps={steps} />
      <p className="mt-8">
        <ButtonLink href={link} tone="primary" rel="noreferrer">
          Read the steps in full
        </ButtonLink>
      </p>
      <h2 className="mt-12 mb-4 text-xl">Where do you want to move to?</h2>
      <div className="max-w-measure border-t border-line">
        {[...destinationsByKey].map(([key, destination]) => (
          <DestinationSteps key={key} {...destination} />
        ))}
      </div>
      <p className="mt-8 max-w-measure">
        No request was made, and nothing was sent. Your projects stay where they are until you delete them.
      </p>
      <p className="mt-4 max-w-measure">
        Do you want to know what else we hold about you?{' '}
        <a href={`${whatPage}&type=data-access`} className="link">
          Ask for a copy of your data
        </a>
        .
      </p>
    </>
  )
}

/** The steps at one platform, behind its name. */
function DestinationSteps({ name, steps, missing }: Destination) {
  return (
    <details className="border-b border-line">
      <summary className="link flex min-h-control items-center">{name}</summary>
      <ol className="mb-4 flex list-decimal flex-col gap-1.5 ps-6">
        {steps.map(step => (
          <li key={step} className="ps-1">
            {step}
          </li>
        ))}
      </ol>
      {missing && <p className="mb-4 text-ink-soft">{missing}</p>}
    </details>
  )
}
