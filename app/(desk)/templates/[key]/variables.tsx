import { Chip } from '@/components/ui/chip'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { MessageVariable } from '@/emails/types'

/** The variables that a message may use, and those that it can't do without. */
export function Variables({ variables }: { variables: Readonly<Record<string, MessageVariable>> }) {
  return (
    <section aria-labelledby="variables" className="mt-8">
      <h2 id="variables" className="mb-2 text-lg">
        Variables
      </h2>
      <Table
        caption="Variables of this message"
        focusable
        head={
          <>
            <Th>Variable</Th>
            <Th>Stands for</Th>
            <Th>Example</Th>
            <Th>Needed</Th>
          </>
        }
      >
        {Object.entries(variables).map(([name, { about, example, required }]) => (
          <Tr key={name}>
            <Th scope="row" className="whitespace-nowrap">
              <code>{`{{ ${name} }}`}</code>
            </Th>
            <Td>{about}</Td>
            <Td sentences className="max-w-80 text-ink-soft">
              {Array.isArray(example) ? example.join(' · ') : example}
            </Td>
            <Td>{required ? <Chip meaning="soon">Required</Chip> : 'Optional'}</Td>
          </Tr>
        ))}
      </Table>
    </section>
  )
}
