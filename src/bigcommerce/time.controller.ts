import { Controller, Get } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { InStore } from './store.guard.js';

/** What time it is here: clients try their token with it. */
@InStore()
@Controller('/stores/:store_hash/v2/time')
export class TimeController {
  constructor(private readonly clock: Clock) {}

  /** In seconds since 1970. */
  @Get()
  time(): { time: number } {
    return { time: Math.floor(this.clock.now() / 1000) };
  }
}
