import { Module } from '@nestjs/common';
import { RetentionService } from './retention.service.js';

/** What is kept for as long as a workspace says. */
@Module({ providers: [RetentionService] })
export class RetentionModule {}
