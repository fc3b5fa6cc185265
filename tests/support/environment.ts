import { randomBytes } from 'node:crypto'

/** Gives this test file an environment of its own, with fresh secrets. Call it before anything asks for `env()`. */
export function testEnvironment(databaseUrl: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    HABEAS_KEY: randomBytes(32).toString('base64'),
    ORG_TIME_ZONE: 'Europe/Amsterdam',
    APP_URL: 'http://habeas.test',
  })
}
