interface FieldListProps {
  /** For screen readers: whose fields these are. */
  label: string
  fields: readonly { name: string; happens: string; shape: string; reason: string }[]
}

/** Fields of an event with what happens to each, and why. */
export function FieldList({ label, fields }: FieldListProps) {
  return (
    <dl aria-label={label} className="border-t border-line">
      {fields.map(field => (
        <div
          key={field.name}
          className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[12rem_1fr]"
        >
          <dt className="min-w-0 font-mono text-sm break-words">
            <bdi>{field.name}</bdi>
          </dt>
          <dd className="min-w-0">
            <span className="font-medium">{sentence(field.happens)}</span>
            {field.shape && <span className="break-words text-ink-soft">, {field.shape}</span>}
            <span className="block text-sm text-ink-soft">{field.reason}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
