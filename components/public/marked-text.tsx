import { Fragment } from 'react'

/** Text with code between backticks and names between asterisks. */
export function MarkedText({ text }: { text: string }) {
  return text.split('`').map((part, at) => {
    const key = `${at}:${part}`
    if (at % 2 === 0) return <Named key={key} text={part} />
    return (
      <code key={key} className="break-words">
        {part}
      </code>
    )
  })
}

const Named = ({ text }: { text: string }) =>
  text.split('*').map((part, at) => {
    const key = `${at}:${part}`
    return at % 2 === 0 ? <Fragment key={key}>{part}</Fragment> : <em key={key}>{part}</em>
  })
