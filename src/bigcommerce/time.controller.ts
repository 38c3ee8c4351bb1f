import { Controller, Get, UseGuards } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Public } from '../http/auth.guard.js';
import { StoreGuard } from './store.guard.js';

/** What time it is here: clients try their token with it. */
@Public()
@UseGuards(StoreGuard)
@Controller('/stores/:store_hash/v2/time')
export class TimeController {
  constructor(private readonly clock: Clock) {}

  /** In seconds since 1970. */
  @Get()
  time(): { time: number } {
    return { time: Math.floor(this.clock.now() / 1000) };
  }
}
