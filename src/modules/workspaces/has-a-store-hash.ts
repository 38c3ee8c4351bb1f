import { randomBytes } from 'node:crypto';
import type { BeforeWrite } from '../../core/metadata/resource.js';
import type { Workspace } from './workspace.entity.js';

/** A short, stable, url-safe name: 80 random bits in `[0-9a-v]`. */
export const newStoreHash = (): string =>
  [...randomBytes(16)].map((byte) => (byte & 31).toString(32)).join('');

/** A new workspace gets the name by which the BigCommerce surface knows it. */
export const hasAStoreHash: BeforeWrite<Workspace> = ({ kind, after }) => {
  if (kind === 'create') after.storeHash = newStoreHash();
};
