import Link from 'next/link'
import { Button, DeskButtonLink } from '@/components/ui/button'
import { Select, TextArea } from '@/components/ui/form/text-field'
import { sentenceBefore } from '@/lib/core/advice/form-fields'
import { correctJurisdiction } from '@/lib/core/commands/request/correct-jurisdiction'
import { countriesWithNamedRegions, namedRegions, regionGroups } from '@/lib/core/deadlines/region-names'
import { countryGroups } from '@/lib/core/request/countries'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { inputName } from '../form/act-input'
import { OutcomeThere } from '../form/action-provider'
import { ClosesOnceDone } from '../form/closes-once-done'
import { CommandForm, type CommandTarget } from '../form/command-form'
import { correctPlaceLink } from '../step/step-form'

/** The name of the form. */
export const correctingPlace = 'place'

interface CorrectPlaceProps {
  request: Pick<PrivacyRequest, 'country' | 'region'>
  on: CommandTarget
  /** Countries that are offered first. */
  usual: readonly string[]
  /** Whether this person can correct it now. */
  corrects: boolean
  /** Whether the form was asked for: its hundreds of countries and regions aren't sent with each look at Details. */
  opened: boolean
}

const regions = regionGroups(countriesWithNamedRegions.flatMap(namedRegions))

/** Corrects where the person lives; says what would change before it is recorded, and what became of it. */
export function CorrectPlace({ request, on, usual, corrects, opened }: CorrectPlaceProps) {
  const { country, region } = request
  const form = correctingPlace
  const here = `/requests/${on.reference}/details`
  const open = corrects && (
    <DeskButtonLink href={correctPlaceLink(on.reference)} scroll={false}>
      {correctJurisdiction.label}
    </DeskButtonLink>
  )
  return (
    <div className="mt-3">
      <OutcomeThere forms={form} />
      {corrects && opened ? (
        <ClosesOnceDone forms={form} href={here} afterwards={open}>
          <CommandForm
            on={on}
            command="correct-jurisdiction"
            form={form}
            className="flex min-w-60 flex-col items-start gap-3 rounded-lg border border-line-strong bg-surface p-3"
          >
            <p className="max-w-measure">{sentenceBefore(correctJurisdiction)}</p>
            <Select
              key={`country ${country}`}
              name={inputName(form, 'country')}
              label="Country"
              empty="Choose"
              defaultValue={country ?? ''}
              choices={countryGroups(usual)}
            />
            <Select
              key={`region ${region}`}
              name={inputName(form, 'region')}
              label="State, province or region"
              empty="Not known, or not in this list"
              defaultValue={region ?? ''}
              choices={regions}
            />
            <TextArea name={inputName(form, 'note')} label="How you know" rows={2} required />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button name="ahead" value="true">
                See what changes
              </Button>
              <Button tone="primary">Record it</Button>
              <Link
                href={here}
                prefetch={false}
                scroll={false}
                className="link inline-flex min-h-control items-center"
              >
                Close
              </Link>
            </div>
          </CommandForm>
        </ClosesOnceDone>
      ) : (
        open
      )}
    </div>
  )
}
