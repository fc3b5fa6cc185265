import type { ComponentPropsWithoutRef, ReactNode } from 'react'

interface TableProps {
  /** What the table lists; read out, and shown with `showCaption`. */
  caption: string
  showCaption?: boolean
  /** Nothing in it can be focused, so its frame can, for scrolling by key. */
  focusable?: boolean
  /** On a narrow screen each row is a card, its cells below each other with their `label`s. For rows that are acted on. */
  cards?: boolean
  /** The header row's cells: <Th> elements. */
  head: ReactNode
  /** Rows: <Tr> elements. */
  children: ReactNode
}

/**
 * A real table, dense on the desk; its header stays in sight. On a narrow screen it scrolls sideways inside its frame, or its rows are cards.
 * @example <Table caption="Incoming Requests" head={<><Th>Reference</Th><Th>Due</Th></>}>{rows}</Table>
 */
export function Table({
  caption,
  showCaption = false,
  focusable = false,
  cards = false,
  head,
  children,
}: TableProps) {
  const frame = focusable ? { role: 'group', 'aria-label': caption, tabIndex: 0 } : {}
  return (
    <div
      {...frame}
      className="max-w-full overflow-x-auto rounded-lg border border-line bg-surface min-[84rem]:overflow-visible"
    >
      <table className={`w-full border-separate border-spacing-0 text-start ${cards ? 'as-cards' : ''}`}>
        <caption className={showCaption ? 'px-3 py-2 text-start font-semibold' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">{children}</tbody>
      </table>
    </div>
  )
}

/** Name of a column (or, with `scope="row"`, of a row). `sort` where the rows are ordered by it; `numeric` as its cells. */
export function Th({
  className = '',
  scope = 'col',
  sort,
  numeric = false,
  ...rest
}: ComponentPropsWithoutRef<'th'> & { sort?: 'ascending' | 'descending'; numeric?: boolean }) {
  const column =
    'sticky top-0 z-10 bg-sunken text-xs text-ink-soft whitespace-nowrap first:rounded-ss-[calc(0.5rem-1px)] last:rounded-se-[calc(0.5rem-1px)]'
  return (
    <th
      {...rest}
      scope={scope}
      aria-sort={sort}
      className={`border-b border-line px-2.5 py-2 ${numeric ? 'text-end' : 'text-start'} align-middle font-medium ${scope === 'col' ? column : ''} ${className}`}
    />
  )
}

/** A row; `data-row` lets the keys `j`, `k` and Enter find it. */
export function Tr({ className = '', ...rest }: ComponentPropsWithoutRef<'tr'>) {
  return (
    <tr
      {...rest}
      data-row=""
      className={`relative hover:bg-sunken has-[[data-row-link]:focus-visible]:bg-accent-soft ${className}`}
    />
  )
}

/**
 * A cell; it wraps only where the table has room to be read, and `sentences` at any width. `numeric` lines numbers up at
 * the end. `label` names it on a card, where the header is out of sight.
 */
export function Td({
  className = '',
  numeric = false,
  sentences = false,
  label,
  children,
  ...rest
}: ComponentPropsWithoutRef<'td'> & { numeric?: boolean; sentences?: boolean; label?: string }) {
  return (
    <td
      {...rest}
      data-label={label}
      className={`border-b border-line px-2.5 py-1.5 align-middle ${sentences ? 'min-w-40' : 'max-[84rem]:whitespace-nowrap'} ${numeric ? 'text-end' : ''} ${className}`}
    >
      {label ? <div className="min-w-0">{children}</div> : children}
    </td>
  )
}
