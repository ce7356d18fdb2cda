import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one of the public internet: none of one's own machine or network, none reserved, none that leads to another one (IPv4 inside IPv6).
 *
 * @example
 * import { publicAddress } from "lockstep/sources";
 * publicAddress("8.8.8.8"); // => true
 * publicAddress("169.254.169.254"); // => false
 * publicAddress("::ffff:127.0.0.1"); // => false
 */
export function publicAddress(ip: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(ip) && !ipaddr.IPv6.isValid(ip)) return false;
  const address = ipaddr.parse(ip);
  if (address.range() !== "unicast") return false;
  // Of IPv6 only 2000::/3 is given out; ::7f00:1, an old way to write 127.0.0.1, lies outside.
  return !(address instanceof ipaddr.IPv6) || (address.parts[0]! & 0xe000) === 0x2000;
}
