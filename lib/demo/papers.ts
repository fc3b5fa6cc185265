import { randomUUID } from 'node:crypto'
import type { Proof, ProofKind } from '@/lib/core/intake/proof'
import { fileStorage } from '@/lib/files/storage'

/** A paper that somebody scanned, invented like everything here. */
export interface Paper {
  kind: ProofKind
  name: string
  words: string
}

const object = (id: number, body: string) => `${id} 0 obj\n${body}\nendobj\n`

/** The smallest page that every reader opens, with one line on it. */
export function onePage(words: string): string {
  const drawn = `BT /F1 14 Tf 72 720 Td (${words.replace(/[()\\]/g, '')}) Tj ET`
  const objects = [
    object(1, '<< /Type /Catalog /Pages 2 0 R >>'),
    object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    object(
      3,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    object(4, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`),
    object(5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ]
  const places: number[] = []
  let text = '%PDF-1.4\n'
  for (const object of objects) {
    places.push(text.length)
    text += object
  }
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'latin1')
}

/** Stores a text as a file that has just arrived. */
export const arrived = (text: string) => fileStorage().receive(bytesOf(text), 100_000)

/** Stores a paper as the form does. */
export async function proofOf({ kind, name, words }: Paper): Promise<Proof> {
  const incoming = await arrived(onePage(words))
  const { size, sha256 } = incoming
  const storageKey = await fileStorage().keep(incoming)
  return { id: randomUUID(), kind, name, size, sha256, storageKey, mediaType: 'application/pdf' }
}
