import { Module } from '@nestjs/common';
import { PostReviewController } from './post-review.controller.js';

@Module({ controllers: [PostReviewController] })
export class ReviewsModule {}
