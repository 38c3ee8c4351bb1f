import { Module } from '@nestjs/common';
import { CountriesController } from './countries.controller.js';

/** The countries of the world and their states. */
@Module({ controllers: [CountriesController] })
export class CountriesModule {}
