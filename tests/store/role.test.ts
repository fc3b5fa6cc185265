import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { connect } from '@/lib/store/database/client'
import { migrate } from '@/lib/store/database/migrate'
import { appConnectionString, appRoleAvailable, withSessionOptions } from '@/lib/store/database/role'
import { testDatabase } from '@/tests/support/database'

const { url } = await testDatabase()

/** A database as some hosts give it: its owner may do anything in it, and make no roles. */
async function hostedDatabase(): Promise<{ address: string; drop: () => Promise<void> }> {
  const admin = new pg.Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  await admin.query("create role tenant login password 'tenant' nocreaterole")
  await admin.query('create database hosted owner tenant')
  const address = new URL(inject('clusterUrl'))
  Object.assign(address, { username: 'tenant', password: 'tenant', pathname: '/hosted' })
  return {
    address: address.href,
    drop: async () => {
      await admin.query('drop database hosted with (force)')
      await admin.query('drop role tenant')
      await admin.end()
    },
  }
}

test('where roles can be made, the product works as one that may do less', async () => {
  expect(await appRoleAvailable(url)).toBe(true)
  expect(new URL(await appConnectionString(url)).searchParams.get('options')).toBe('-c role=habeas_app')
})

test('where they can not, it works as the owner', async () => {
  const hosted = await hostedDatabase()
  expect(await migrate(hosted.address)).toMatchObject({ roleReady: false })
  expect(await appRoleAvailable(hosted.address)).toBe(false)
  const db = connect(hosted.address)
  expect(await db.$queryRaw`select current_user::text as name`).toEqual([{ name: 'tenant' }])
  await db.$disconnect()
  await hosted.drop()
})

test('options that an address already has stay', () => {
  const both = withSessionOptions('postgresql://db.example/habeas?options=-c%20geqo%3Doff&sslmode=require', {
    role: 'x',
  })
  expect(new URL(both).searchParams.get('options')).toBe('-c geqo=off -c role=x')
  expect(new URL(both).searchParams.get('sslmode')).toBe('require')
})
