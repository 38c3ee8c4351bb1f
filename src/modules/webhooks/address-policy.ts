import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import ipaddr from 'ipaddr.js';
import type { Network, Ports } from '../../config/networks.js';

/** A resolved address, as `dns.lookup` tells it. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host name. @throws when there are none. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** Public addresses behind which clouds keep what only their own machines may know. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16']);

/** IPv4 written as IPv6 in the old way: `::10.0.0.1`. */
const COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

/** Milliseconds that a name may take when a webhook is saved. */
const DNS_TIMEOUT_MS = 5000;

/** A host is, or leads to, an address that webhooks are not sent to. */
export class ForbiddenAddress extends Error {
  constructor() {
    super('It leads to an address that webhooks are not sent to.');
  }
}

/** A URL has a port that webhooks are not sent to. */
export class ForbiddenPort extends ForbiddenAddress {
  override message = 'Webhooks are sent to the ports 443 and 80, and to those that the operator allows.';
}

const DEFAULT_PORTS: readonly number[] = [443, 80];

/** The port that a request to a URL goes to. */
export const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));

const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** Which addresses webhooks may be sent to: the public ones, and the networks that the operator allows. */
export class AddressPolicy {
  /** Replaced by tests. */
  resolve: Resolve = systemResolve;

  /** Without `ports`, an allowed network has all of its ports above 1023. */
  constructor(
    private readonly allowed: readonly Network[],
    private readonly ports?: readonly Ports[],
  ) {}

  /** IPv4 inside of IPv6 is judged as IPv4; what has no range of its own, such as tunnels, is not public. */
  allows(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    const isAllowed = this.isListed(parsed);
    const isDisguised = parsed.kind() === 'ipv6' && parsed.match(COMPATIBLE);
    return isAllowed || (parsed.range() === 'unicast' && !isDisguised && !METADATA.has(parsed.toString()));
  }

  /** Whether webhooks may be sent to a port of an address; of no address: of any. */
  allowsPort(port: number, address?: string): boolean {
    if (DEFAULT_PORTS.includes(port)) return true;
    if (port <= 1023) return false;
    if (this.ports) return this.ports.some(([first, last]) => port >= first && port <= last);
    return address === undefined ? this.allowed.length > 0 : this.isListed(ipaddr.process(address));
  }

  private isListed(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
    return this.allowed.some(
      ([network, prefix]) => network.kind() === address.kind() && address.match(network, prefix),
    );
  }

  /**
   * The addresses of a host; a name that leads to one forbidden address leads nowhere.
   * @throws ForbiddenAddress, ForbiddenPort, and what the resolver throws.
   */
  async addressesOf(host: string, port: number): Promise<readonly Address[]> {
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(bare);
    const addresses = family > 0 ? [{ address: bare, family }] : await this.resolve(bare);
    if (addresses.length === 0 || !addresses.every(({ address }) => this.allows(address)))
      throw new ForbiddenAddress();
    if (!addresses.every(({ address }) => this.allowsPort(port, address))) throw new ForbiddenPort();
    return addresses;
  }

  /** Why a webhook cannot have this URL, or nothing. A name that cannot be resolved now may be there later. */
  async refusalOf(url: string): Promise<string | undefined> {
    if (!URL.canParse(url)) return undefined;
    const target = new URL(url);
    const port = portOf(target);
    const late = pause(DNS_TIMEOUT_MS, undefined, { ref: false });
    try {
      await Promise.race([this.addressesOf(target.hostname, port), late]);
    } catch (error) {
      if (error instanceof ForbiddenAddress) return error.message;
    }
    return this.allowsPort(port) ? undefined : new ForbiddenPort().message;
  }
}
