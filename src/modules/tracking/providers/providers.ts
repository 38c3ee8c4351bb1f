import type { TrackingProvider } from '../tracking-provider.js';
import { karrio } from './karrio.js';
import type { ProviderConfig, ProviderName } from '../../../config/tracking-providers.js';
import { seventeenTrack } from './seventeen-track.js';

/** The token under which Nest injects the providers, the one that is asked first in front. */
export const PROVIDERS = Symbol('providers');

const ADAPTERS: Readonly<Record<ProviderName, (config: ProviderConfig) => TrackingProvider>> = {
  karrio,
  '17track': (config) => seventeenTrack(config),
};

/** The providers that are configured. */
export const providersFrom = (configs: readonly ProviderConfig[]): readonly TrackingProvider[] =>
  configs.map((config) => ADAPTERS[config.name](config));
