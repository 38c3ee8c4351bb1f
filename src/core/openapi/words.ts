import type { Resource } from '../metadata/resource.js';

/** `tracking checkpoint`, for `TrackingCheckpoint`. */
export const singular = ({ name }: Resource): string =>
  name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** `tracking checkpoints`, for what is below `/tracking_checkpoints`. */
export const plural = ({ path }: Resource): string => path.replaceAll('_', ' ');

/** `an order item`. */
export const one = (resource: Resource): string => {
  const word = singular(resource);
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
};

/** `shipment items and shipments`, of some resources. */
export const plurals = (resources: readonly Resource[]): string => {
  const words = resources.map(plural);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
};

/** `ShipmentItems`, of `/shipment_items`. */
export const pluralName = ({ path }: Resource): string =>
  path.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * TrackMage calls what is done with a shipment `…ShipmentItem`, which sounds like an item of one. Nothing, where there is no
 * such item.
 */
export function isNoItem(resource: Resource): string {
  const part = resource.links
    .map(({ target }) => target())
    .find(({ name }) => name === `${resource.name}Item`);
  return part
    ? ` The whole ${singular(resource)} is meant, whatever the operation's id sounds like; ${one(part)} is at \`/${part.path}/{id}\`.`
    : '';
}
