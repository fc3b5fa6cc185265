import { randomUUID } from 'node:crypto'
import { fileLimits, roomFor } from '@/lib/core/files/file-limits'
import { type Proof, type ProofKind, proofKinds } from '@/lib/core/intake/proof'
import { fileStorage } from '@/lib/files/storage'
import { reserveUpload } from '../answer/public-limits'
import { changeIntakeDraft, type IntakeDraft, readIntakeDraft } from '../intake/intake-draft'
import { discardUploads, type FormUpload, receiveForm } from './attach-receive'

/** `kept`: what was chosen is kept, if anything was; `problem`: nothing of it, and the form says why. */
export type KeepingProofs = { kind: 'kept'; onward: string } | { kind: 'problem' } | { kind: 'none' }

const isProofKind = (field: string): field is ProofKind => (proofKinds as readonly string[]).includes(field)

/**
 * Keeps the proofs that come with a form: all that were chosen, or none of them.
 * @param address of the client
 */
export async function keepProofs(
  secret: string | undefined,
  sent: { body: ReadableStream<Uint8Array> | null; contentType: string | null; length?: string | null },
  address: string,
): Promise<KeepingProofs> {
  const draft = await readIntakeDraft(secret)
  if (!draft || draft.reference) return { kind: 'none' }
  const refuse: Refuse = async (reason, file, field = '') => {
    const proofProblem = { reason, file, kind: isProofKind(field) ? field : undefined }
    await changeIntakeDraft(draft, ({ answers, proofs }) => ({ ...answers, proofs, proofProblem }))
    return { kind: 'problem' }
  }
  const room = await reserveUpload(address, sent.length ?? null)
  if (!room.ok) return await refuse(room.because)
  let kept = 0
  try {
    const { bytes, keeping } = await receiveProofs(draft, sent, refuse)
    kept = bytes
    return keeping
  } finally {
    await room.settle(kept)
  }
}

type Refuse = (reason: string, file?: string, field?: string) => Promise<KeepingProofs>

/** Reads a form for which there is room. `bytes` is what stays of it. */
async function receiveProofs(
  draft: IntakeDraft,
  sent: { body: ReadableStream<Uint8Array> | null; contentType: string | null },
  refuse: Refuse,
): Promise<{ bytes: number; keeping: KeepingProofs }> {
  const received = await receiveForm(sent.body, sent.contentType, fileLimits.files)
  if (!received.ok) return { bytes: 0, keeping: await refuse(received.reason, received.file, received.field) }
  const uploads = received.uploads.filter(upload => isProofKind(upload.field))
  await discardUploads(received.uploads.filter(upload => !isProofKind(upload.field)))
  const added = await Promise.all(uploads.map(proofOf))
  let room: ReturnType<typeof roomOf> = 'room'
  const saved = await changeIntakeDraft(draft, ({ answers, proofs }) => {
    room = roomOf(proofs, added)
    if (room === 'room') return { ...answers, proofs: [...proofs, ...added] }
    return { ...answers, proofs, proofProblem: { reason: room } }
  })
  if (saved && room === 'room') {
    const bytes = added.reduce((sum, { size }) => sum + size, 0)
    return { bytes, keeping: { kind: 'kept', onward: received.fields.get('onward') ?? '' } }
  }
  for (const { storageKey } of added) await fileStorage().remove(storageKey)
  return { bytes: 0, keeping: { kind: saved ? 'problem' : 'none' } }
}

function roomOf(kept: readonly Proof[], added: readonly Proof[]) {
  const proof = { removedAt: null, purpose: 'proof' as const }
  const all = kept.map(({ size }) => ({ size, ...proof }))
  for (const { size } of added) {
    const room = roomFor(all, size, 'proof')
    if (room !== 'room') return room
    all.push({ size, ...proof })
  }
  return 'room'
}

async function proofOf({ field, name, mediaType, incoming }: FormUpload): Promise<Proof> {
  const kind = isProofKind(field) ? field : 'authority'
  const storageKey = await fileStorage().keep(incoming)
  const { size, sha256 } = incoming
  return { id: randomUUID(), kind, name, size, mediaType, storageKey, sha256 }
}

/** Takes a proof out of the form, and its bytes away. */
export async function removeProof(secret: string | undefined, id: string): Promise<void> {
  const draft = await readIntakeDraft(secret)
  if (!draft || draft.reference) return
  let out: Proof | undefined
  const saved = await changeIntakeDraft(draft, ({ answers, proofs }) => {
    out = proofs.find(proof => proof.id === id)
    return { ...answers, proofs: proofs.filter(proof => proof !== out) }
  })
  if (saved && out) await fileStorage().remove(out.storageKey)
}
