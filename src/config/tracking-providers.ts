/**
 * The providers that can be configured. Without TRACKING_PROVIDERS they are asked in this order: the one first that takes no
 * money for a parcel.
 */
export const PROVIDER_NAMES = ['karrio', '17track'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** How a provider is reached. */
export interface ProviderConfig {
  readonly name: ProviderName;
  readonly key: string;
  /** Without a trailing slash. */
  readonly url: string;
}

/** The variables of the environment that concern providers. */
export interface ProviderSettings {
  readonly SEVENTEEN_TRACK_KEY?: string;
  readonly SEVENTEEN_TRACK_URL: string;
  readonly KARRIO_KEY?: string;
  readonly KARRIO_URL?: string;
  readonly TRACKING_PROVIDERS?: string;
}

/** The names in `17track,karrio`, in their order; undefined when one of them is nobody's. */
export function providerNamesIn(list: string): readonly ProviderName[] | undefined {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = names.filter((name): name is ProviderName =>
    (PROVIDER_NAMES as readonly string[]).includes(name),
  );
  return known.length === names.length ? [...new Set(known)] : undefined;
}

/** Those that have a key and a URL, in the order in which they are asked; problems are sentences that name variables. */
export function providersIn(settings: ProviderSettings): {
  readonly providers: readonly ProviderConfig[];
  readonly problems: readonly string[];
} {
  const { SEVENTEEN_TRACK_KEY, SEVENTEEN_TRACK_URL, KARRIO_KEY, KARRIO_URL, TRACKING_PROVIDERS } = settings;
  const problems: string[] = [];
  if ((KARRIO_KEY === undefined) !== (KARRIO_URL === undefined))
    problems.push('KARRIO_KEY and KARRIO_URL must be set together.');
  const configured = new Map<ProviderName, ProviderConfig>();
  if (SEVENTEEN_TRACK_KEY !== undefined)
    configured.set('17track', { name: '17track', key: SEVENTEEN_TRACK_KEY, url: SEVENTEEN_TRACK_URL });
  if (KARRIO_KEY !== undefined && KARRIO_URL !== undefined)
    configured.set('karrio', { name: 'karrio', key: KARRIO_KEY, url: KARRIO_URL });
  const chosen = TRACKING_PROVIDERS === undefined ? undefined : providerNamesIn(TRACKING_PROVIDERS);
  const missing = chosen?.filter((name) => !configured.has(name)) ?? [];
  for (const name of missing) problems.push(`TRACKING_PROVIDERS names ${name}, which has no key.`);
  const providers = (chosen ?? PROVIDER_NAMES).flatMap((name) => configured.get(name) ?? []);
  return { providers, problems };
}
