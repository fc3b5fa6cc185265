import { env } from '@/lib/env'
import { checkRoom } from '@/lib/files/storage-room'

/** Proves that the next file of somebody can be stored. @throws with the reason where it can't */
export const filesCanBeStored = (): Promise<void> => checkRoom(env().storageUrl)
