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
