import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { PostReviewController } from './post-review.controller.js';
import { reviewResource } from './review.resource.js';

@Module({ controllers: [resourceController(reviewResource, resources), PostReviewController] })
export class ReviewsModule {}
