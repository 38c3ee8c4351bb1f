export { boolean } from './boolean.js';
export { date } from './date.js';
export { exact } from './exact.js';
export { numeric } from './numeric.js';
export { order } from './order.js';
export { partial } from './partial.js';
export { empty, exists } from './presence.js';
export { range } from './range.js';
export { weekday } from './weekday.js';
