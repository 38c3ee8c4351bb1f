import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { ParcelChecks } from './parcel-checks.js';
import { CheckTrackingNumbersController } from './check-tracking-numbers.controller.js';
import { PROVIDERS, providersFrom } from './providers/providers.js';
import { SeventeenTrackController } from './providers/seventeen-track.controller.js';
import { SignatureGuard } from './providers/seventeen-track.guard.js';
import { Sweeper } from './sweeper.js';
import { TrackingUpdatesController } from './tracking-updates.controller.js';

/** What providers tell of parcels, and what follows when they tell nothing. */
@Module({
  controllers: [TrackingUpdatesController, CheckTrackingNumbersController, SeventeenTrackController],
  providers: [
    Sweeper,
    ParcelChecks,
    SignatureGuard,
    {
      provide: PROVIDERS,
      inject: [CONFIG],
      useFactory: ({ trackingProviders }: Config) => providersFrom(trackingProviders),
    },
  ],
  exports: [ParcelChecks],
})
export class TrackingModule {}
