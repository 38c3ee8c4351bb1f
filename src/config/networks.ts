import ipaddr from 'ipaddr.js';

export type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number];

/** The networks of a list such as `10.0.0.0/8,fd00::/8`; undefined when one of them is none. */
export function networksIn(list: string): readonly Network[] | undefined {
  const parts = list.split(',').map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  const networks = given.filter((part) => ipaddr.isValidCIDR(part)).map((part) => ipaddr.parseCIDR(part));
  return networks.length === given.length ? networks : undefined;
}

/** From one port to another, both included. */
export type Ports = readonly [first: number, last: number];

/** The ports of a list such as `8443,9000-9100`, each above 1023; undefined when one of them is none. */
export function portsIn(list: string): readonly Ports[] | undefined {
  const parts = list.split(',').map((part) => part.trim());
  const ranges = parts
    .filter((part) => part !== '')
    .map((part): Ports => {
      const [, first = '0', last = first] = /^(\d{4,5})(?:-(\d{4,5}))?$/.exec(part) ?? [];
      return [Number(first), Number(last)];
    });
  return ranges.every(([first, last]) => first > 1023 && first <= last && last <= 65_535)
    ? ranges
    : undefined;
}
