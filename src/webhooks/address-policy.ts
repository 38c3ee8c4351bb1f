import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';

/** A resolved address, as `dns.lookup` tells it. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host name. @throws when there are none. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number];

/** Public addresses behind which clouds keep what only their own machines may know. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16']);

/** IPv4 written as IPv6 in the old way: `::10.0.0.1`. */
const COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

/** Milliseconds that a name may take when a webhook is saved. */
const PATIENCE = 5000;

/** A host is, or leads to, an address that webhooks are not sent to. */
export class ForbiddenAddress extends Error {
  constructor() {
    super('It leads to an address that webhooks are not sent to.');
  }
}

/** The networks of a list such as `10.0.0.0/8,fd00::/8`; undefined when one of them is none. */
export function networksIn(list: string): readonly Network[] | undefined {
  const parts = list.split(',').map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  const networks = given.filter((part) => ipaddr.isValidCIDR(part)).map((part) => ipaddr.parseCIDR(part));
  return networks.length === given.length ? networks : undefined;
}

const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** Which addresses webhooks may be sent to: the public ones, and the networks that the operator allows. */
export class AddressPolicy {
  /** Replaced by tests. */
  resolve: Resolve = systemResolve;

  constructor(private readonly allowed: readonly Network[]) {}

  /** IPv4 inside of IPv6 is judged as IPv4; what has no range of its own, such as tunnels, is not public. */
  allows(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    const isAllowed = this.allowed.some(
      ([network, prefix]) => network.kind() === parsed.kind() && parsed.match(network, prefix),
    );
    const isDisguised = parsed.kind() === 'ipv6' && parsed.match(COMPATIBLE);
    return isAllowed || (parsed.range() === 'unicast' && !isDisguised && !METADATA.has(parsed.toString()));
  }

  /**
   * The addresses of a host; a name that leads to one forbidden address leads nowhere.
   * @throws ForbiddenAddress, and what the resolver throws.
   */
  async addressesOf(host: string): Promise<readonly Address[]> {
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(bare);
    const addresses = family > 0 ? [{ address: bare, family }] : await this.resolve(bare);
    if (addresses.length === 0 || !addresses.every(({ address }) => this.allows(address)))
      throw new ForbiddenAddress();
    return addresses;
  }

  /** Why a webhook cannot have this URL, or nothing. A name that cannot be resolved now may be there later. */
  async refusalOf(url: string): Promise<string | undefined> {
    if (!URL.canParse(url)) return undefined;
    const late = pause(PATIENCE, undefined, { ref: false });
    try {
      await Promise.race([this.addressesOf(new URL(url).hostname), late]);
      return undefined;
    } catch (error) {
      return error instanceof ForbiddenAddress ? error.message : undefined;
    }
  }
}
