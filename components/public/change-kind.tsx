import { Chip } from '@/components/ui/chip'

const kinds: Readonly<Record<string, string>> = {
  definitions: 'What is collected',
  retention: 'How long it is kept',
  key: 'A new key',
  recipient: 'Who receives counts',
  policy: 'How it is pseudonymised',
}

/** What an entry of the change log is about. */
export function ChangeKind({ kind }: { kind: string }) {
  return <Chip>{kinds[kind] ?? kind}</Chip>
}

/** The text of an entry: blank lines part paragraphs, lines that begin with "- " are a list. */
export function ChangeText({ text }: { text: string }) {
  return text.split(/\n{2,}/).map(part => {
    const lines = part.split('\n')
    const items = lines.filter(line => line.startsWith('- '))
    const words = lines.filter(line => !line.startsWith('- '))
    return (
      <div key={part} className="mt-3 max-w-measure break-words">
        {words.length > 0 && (
          <p className={items.length > 0 ? 'font-medium' : 'whitespace-pre-line'}>{words.join('\n')}</p>
        )}
        {items.length > 0 && (
          <ul className="list-disc ps-6">
            {items.map(item => (
              <li key={item}>{item.slice(2)}</li>
            ))}
          </ul>
        )}
      </div>
    )
  })
}
