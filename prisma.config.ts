import { defineConfig } from 'prisma/config'

// Generating the client needs no database; the address is only for people who use Prisma's own CLI.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/habeas' },
})
