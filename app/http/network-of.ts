import ipaddr, { type IPv6 } from 'ipaddr.js'

/**
 * What limits count an address by. Of IPv6 the first 64 bits: a phone or a household is given all
 * addresses that begin with them (RFC 7421), and could take another for each attempt. Of IPv4, also
 * when it is written as IPv6, the address.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const network = (parsed as IPv6).parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}
