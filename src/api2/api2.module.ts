import { Module } from '@nestjs/common';

@Module({})
export class Api2Module {}
