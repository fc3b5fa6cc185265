import type { Prisma, PrismaClient } from '@/prisma/generated/client'

/**
 * A transaction as everything above the store holds it: it can only be handed back to a function of the store. A private field
 * makes the type one that no object literal has.
 */
export class Tx {
  readonly #prisma: Prisma.TransactionClient

  constructor(prisma: Prisma.TransactionClient) {
    this.#prisma = prisma
  }

  static open(tx: Tx): Prisma.TransactionClient {
    return tx.#prisma
  }
}

/** A transaction that the door began, or one that a function of the store began itself. */
export type AnyTx = Tx | Prisma.TransactionClient

/** What speaks to Prisma, inside the store alone: the structure test lets no other folder import this file. */
export const prismaOf = (connection: AnyTx | PrismaClient): Prisma.TransactionClient =>
  connection instanceof Tx ? Tx.open(connection) : connection
