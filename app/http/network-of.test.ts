import { expect, test } from 'vitest'
import { networkOf } from './network-of.ts'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:7:3::1', '2001:db8:7:3::/64'],
  ['2001:db8:7:3:ffff:0:0:9', '2001:db8:7:3::/64'],
  ['2001:DB8:7:4::1', '2001:db8:7:4::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('[H13] %s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
