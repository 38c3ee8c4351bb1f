import type { History } from './history.js';
import { histogramsOf, type Level, type Route } from './levels.js';

/** Parcels from which a level stands for itself. */
export const ENOUGH = 30;

/** What a prediction is made of. */
export interface Basis extends Omit<Route, 'area'> {
  /** The most special level with at least `ENOUGH` parcels; null where there is no history. */
  readonly level: Level | null;
  /** Its delivered parcels of this month and the twelve before it. */
  readonly samples: number;
}

export function basisOf(route: Route, history: History): Basis {
  const { carrier, originCountryIso2, destinationCountryIso2 } = route;
  const names = histogramsOf('transit', route);
  const found = names.map(({ level, key }) => ({ level, samples: history.of(key)?.samples ?? 0 }));
  found.push({ level: 'team', samples: teamSamples(route, history) });
  const enough = found.find(({ samples }) => samples >= ENOUGH);
  const most = found.reduce((best, each) => (each.samples > best.samples ? each : best));
  const { level, samples } = enough ?? most;
  return { level: samples === 0 ? null : level, carrier, originCountryIso2, destinationCountryIso2, samples };
}

export function teamSamples(route: Route, history: History): number {
  const workspace = histogramsOf('transit', route).at(-1);
  return workspace === undefined ? 0 : (history.ofTeam(workspace.key)?.samples ?? 0);
}
