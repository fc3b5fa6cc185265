import { enterpriseDeletion } from './enterprise-deletion'
import { individualDeletion } from './individual-deletion'
import type { RequestType } from './request-type'

const all: readonly RequestType[] = [individualDeletion, enterpriseDeletion]

export const requestTypes: ReadonlyMap<string, RequestType> = new Map(all.map(type => [type.key, type]))
export const requestTypeKeys = all.map(type => type.key)
