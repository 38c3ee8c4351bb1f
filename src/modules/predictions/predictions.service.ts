import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database, type Origin } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { and, condition, isIn } from '../../core/metadata/condition.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { type Day, dayIn } from './days.js';
import { foldBatch, loadHolidays } from './fold.js';
import { holidays } from './holidays.js';
import type { Route } from './levels.js';
import { estimate, predict, type Prediction } from './predict.js';
import { type ReadSql, type ShipmentState, shipmentStates } from './predicted-shipments.js';
import { predictionChanged } from './prediction-changed.js';
import { storedHistories } from './stored-history.js';

const s = sqlNames(Shipment, 's');

/** Milliseconds after which changes are counted. */
const INTERVAL_MS = 1000;

/** Batches in a row: after a long pause the process does other things in between. */
const MAX_BATCHES = 200;

/** Predicts deliveries, and keeps histograms and predictions up to date in the background. */
@Injectable()
export class PredictionsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private scheduled: Scheduled | undefined;
  private isStopping = false;
  private folding: Promise<number> | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.worker) this.scheduled = every(INTERVAL_MS, 'predictions', () => this.fold());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.scheduled?.stop();
  }

  /** Counts what has changed, and looks at what time may have changed. @returns how many shipments that were. */
  fold(): Promise<number> {
    this.folding ??= this.foldAll().finally(() => (this.folding = undefined));
    return this.folding;
  }

  private async foldAll(): Promise<number> {
    let folded = 0;
    for (let round = 0; round < MAX_BATCHES && !this.isStopping; round++) {
      const count = await foldBatch(this.database, this.clock.now(), predictionChanged);
      if (count === 0) break;
      folded += count;
    }
    return folded;
  }

  /** Shipments of a workspace by their ids, in the order of these; what has gone is left out. */
  async shipments(ids: readonly string[], workspacePk: number, origin?: Origin): Promise<ShipmentState[]> {
    const where = and([isIn(s.id, ids), condition(`${s.workspacePk} = ?`, workspacePk)]);
    const found = await shipmentStates(where, this.reader(origin));
    const byId = new Map(found.map((each) => [each.id, each]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** What is predicted of shipments, in their order. */
  async ofShipments(shipments: readonly ShipmentState[], origin?: Origin): Promise<Prediction[]> {
    const now = this.clock.now();
    const [histories] = await Promise.all([
      storedHistories(shipments, now, this.reader(origin)),
      loadHolidays(shipments, now),
    ]);
    return shipments.flatMap((shipment) => {
      const history = histories.get(shipment.workspacePk);
      return history ? [predict(shipment, history, holidays.of, now)] : [];
    });
  }

  /** Of a parcel that sets out on a day. */
  async ofRoute(workspacePk: number, route: Route, shipDay: Day, origin?: Origin): Promise<Prediction> {
    const now = this.clock.now();
    const wanted = { workspacePk, route, trackingStatus: null };
    const [histories] = await Promise.all([
      storedHistories([wanted], now, this.reader(origin)),
      holidays.load([[route.destinationCountryIso2, shipDay]]),
    ]);
    const history = histories.get(workspacePk) ?? { of: () => undefined, ofTeam: () => undefined };
    return estimate(route, shipDay, history, holidays.of);
  }

  /** Today, in a country. */
  todayIn(country: string | null): Day {
    return dayIn(country, this.clock.now());
  }

  private reader(origin: Origin | undefined): ReadSql {
    return (sql, params) => this.database.read(sql, params, origin);
  }
}
