import { randomUUID } from 'node:crypto'
import { fileLimits, roomFor } from '@/lib/core/files/file-limits'
import { type Proof, type ProofKind, proofKinds } from '@/lib/core/intake/proof'
import { fileStorage } from '@/lib/files/storage'
import { updateDraft } from '@/lib/store/visits/drafts'
import { reserveUpload } from '../answer/public-limits'
import { type IntakeDraft, readIntakeDraft } from '../intake/intake-draft'
import { discardUploads, type FormUpload, receiveForm, type Upload } from './attach-receive'

/** `kept`: what was chosen is kept, if anything was; `problem`: nothing of it, and the form says why. */
export type KeepingProofs = { kind: 'kept'; onward: string } | { kind: 'problem' } | { kind: 'none' }

const isProofKind = (field: string): field is ProofKind => (proofKinds as readonly string[]).includes(field)

async function save(
  draft: IntakeDraft,
  proofs: Proof[],
  problem?: { reason: string; file?: string | undefined; kind?: ProofKind | undefined },
) {
  const payload = { ...draft.answers, proofs, ...(problem && { proofProblem: problem }) }
  for (const { storageKey } of proofs) await fileStorage().touch(storageKey)
  return await updateDraft(draft.id, { payload })
}

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
    await save(draft, draft.proofs, { reason, file, kind: isProofKind(field) ? field : undefined })
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
  const room = roomOf(draft.proofs, uploads)
  if (room !== 'room') {
    await discardUploads(uploads)
    return { bytes: 0, keeping: await refuse(room) }
  }
  const proofs = await Promise.all(uploads.map(proofOf))
  const saved = await save(draft, [...draft.proofs, ...proofs])
  if (!saved) {
    for (const { storageKey } of proofs) await fileStorage().remove(storageKey)
    return { bytes: 0, keeping: { kind: 'none' } }
  }
  const bytes = proofs.reduce((sum, { size }) => sum + size, 0)
  return { bytes, keeping: { kind: 'kept', onward: received.fields.get('onward') ?? '' } }
}

function roomOf(kept: readonly Proof[], uploads: readonly Upload[]) {
  const proof = { removedAt: null, purpose: 'proof' as const }
  const all = kept.map(({ size }) => ({ size, ...proof }))
  for (const { incoming } of uploads) {
    const room = roomFor(all, incoming.size, 'proof')
    if (room !== 'room') return room
    all.push({ size: incoming.size, ...proof })
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
  const proof = draft?.proofs.find(proof => proof.id === id)
  if (!draft || draft.reference || !proof) return
  const left = draft.proofs.filter(candidate => candidate !== proof)
  if (await save(draft, left)) await fileStorage().remove(proof.storageKey)
}
