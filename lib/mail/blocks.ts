import { withoutTail } from '@/lib/core/account/tail'
import { type Expanded, Link, LONE_MARK, MARK, type Slot } from '@/lib/mail/template'

const COLOURS = { button: '#1d4fb4', onButton: '#ffffff' }

/** Makes any text safe inside HTML text and double-quoted attributes. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, sign => names[sign] ?? sign)
}

type Block =
  | { kind: 'lines'; lines: string[] }
  | { kind: 'list'; tag: 'ul' | 'ol'; lines: string[] }
  | { kind: 'button'; link: Link; label: string }

/** Reads the structure of a text from its own words; values can't take part, because they aren't in there. */
function blocksOf({ words, slots }: Expanded, labels: Readonly<Record<string, string>>): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  const add = (kind: 'lines' | 'ul' | 'ol', line: string) => {
    const same = kind === 'lines' ? open?.kind === 'lines' : open?.kind === 'list' && open.tag === kind
    if (!same || !open || open.kind === 'button') {
      open = kind === 'lines' ? { kind: 'lines', lines: [] } : { kind: 'list', tag: kind, lines: [] }
      blocks.push(open)
    }
    open.lines.push(line)
  }
  for (const raw of words.split('\n')) {
    const line = raw.trim()
    const lone = LONE_MARK.exec(line)
    const slot = lone ? slots[Number(lone[1])] : undefined
    const label = slot instanceof Link ? labels[slot.name] : undefined
    if (slot instanceof Link && label !== undefined) blocks.push({ kind: 'button', link: slot, label })
    else if (line.startsWith('- ')) add('ul', line.slice(2))
    else if (/^\d+\. /.test(line)) add('ol', line.replace(/^\d+\. /, ''))
    else if (line) add('lines', line)
    if (!line || label !== undefined) open = null
  }
  return blocks
}

function slotHtml(slot: Slot | undefined): string {
  if (slot instanceof Link)
    return `<a class="link" href="${escapeHtml(slot.url)}">${escapeHtml(slot.url)}</a>`
  return typeof slot === 'string' ? escapeHtml(slot).replaceAll('\n', '<br>') : ''
}

/**
 * The text as HTML blocks. `labels` names the links that become buttons when alone on a line. The only tags in the
 * result are the ones written here: words and values are escaped, and only a `Link` becomes a link.
 */
export function toHtml(expanded: Expanded, labels: Readonly<Record<string, string>>): string {
  const inline = (line: string) =>
    escapeHtml(line).replace(MARK, (_, at) => slotHtml(expanded.slots[Number(at)]))
  const html = blocksOf(expanded, labels).map(block => {
    if (block.kind === 'lines')
      return `<p style="margin:0 0 16px">${block.lines.map(inline).join('<br>')}</p>`
    if (block.kind === 'list') {
      const items = block.lines.map(line => `<li style="margin:0 0 6px">${inline(line)}</li>`).join('')
      return `<${block.tag} style="margin:0 0 16px;padding-inline-start:24px">${items}</${block.tag}>`
    }
    const look = `display:inline-block;padding:12px 20px;border-radius:6px;font-weight:600;text-decoration:none;background:${COLOURS.button};color:${COLOURS.onButton}`
    return `<p style="margin:8px 0 24px"><a href="${escapeHtml(block.link.url)}" style="${look}">${escapeHtml(block.label)}</a></p>`
  })
  return html.join('\n')
}

/** The text as plain text; `say` words the values. Runs of empty lines become one. */
export function toText({ words, slots }: Expanded, say: (slot: Slot) => string): string {
  const tidy = words
    .split('\n')
    .map(line => withoutTail(line, sign => sign === ' ' || sign === '\t'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return tidy.replace(MARK, (_, at) => {
    const slot = slots[Number(at)]
    return slot === undefined ? '' : say(slot)
  })
}
