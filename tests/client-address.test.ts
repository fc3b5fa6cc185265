import { describe, expect, test } from 'vitest'
import { clientAddress, networkOf, networks } from '@/lib/auth/client-address'
import fc from '@/tests/support/property'

const nobody = networks([])
const proxies = networks(['10.0.0.0/8', 'fd00::/8', '192.0.2.7'])

describe('the address of the caller', () => {
  test('without trusted proxies nothing that a client sends counts', () => {
    fc.assert(
      fc.property(fc.string(), header => clientAddress('203.0.113.9', header, nobody) === '203.0.113.9'),
    )
  })
  test('behind a proxy it is the rightmost entry that is no proxy', () => {
    expect(clientAddress('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.2.2.2', proxies)).toBe('203.0.113.9')
    expect(clientAddress('192.0.2.7', '203.0.113.9', proxies)).toBe('203.0.113.9')
    expect(clientAddress('fd00::1', '2001:db8::5', proxies)).toBe('2001:db8::5')
  })
  test('a client behind a proxy cannot choose its address', () => {
    fc.assert(
      fc.property(
        fc.string(),
        claim => clientAddress('10.0.0.1', `${claim}, 203.0.113.9`, proxies) === '203.0.113.9',
      ),
    )
  })
  test('a stranger is not believed to be a proxy', () => {
    expect(clientAddress('203.0.113.9', '10.0.0.1', proxies)).toBe('203.0.113.9')
  })
  test('nonsense ends the walk at the last proxy', () => {
    expect(clientAddress('10.0.0.1', '203.0.113.9, unknown', proxies)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', undefined, proxies)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', '', proxies)).toBe('10.0.0.1')
  })
  test('when everything is a proxy, the outermost one called', () => {
    expect(clientAddress('10.0.0.1', '10.3.3.3, 10.2.2.2', proxies)).toBe('10.3.3.3')
  })
  test('ports and IPv4 inside IPv6 are stripped', () => {
    expect(clientAddress('::ffff:10.0.0.1', '203.0.113.9:4711', proxies)).toBe('203.0.113.9')
    expect(clientAddress('10.0.0.1', '[2001:db8::5]:4711', proxies)).toBe('2001:db8::5')
    expect(clientAddress('::ffff:203.0.113.9', undefined, nobody)).toBe('203.0.113.9')
  })
})

describe('the network that limits count', () => {
  test('an IPv4 address is its own network', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  })
  test('addresses of one /64 are one network, however they are written', () => {
    const written = ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::', '2001:0db8:0001:0002::1']
    expect(new Set(written.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']))
    expect(networkOf('2001:db8:1:3::')).not.toBe(networkOf('2001:db8:1:2::'))
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })
})
