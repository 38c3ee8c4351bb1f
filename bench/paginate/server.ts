import 'reflect-metadata';
import { Controller, Get, Inject, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  FilterOperator,
  Paginate,
  paginate,
  type Paginated,
  type PaginateConfig,
  type PaginateQuery,
} from 'nestjs-paginate';
import { DataSource } from 'typeorm';
import * as entities from './entities.js';

/** The list of shipments as a NestJS user would make it: entities, a repository, nestjs-paginate. */

const { Shipment } = entities;
type Shipment = entities.Shipment;

const data = await new DataSource({
  type: 'mysql',
  url: process.env.DATABASE_URL ?? '',
  poolSize: Number(process.env.DATABASE_POOL_SIZE ?? 8),
  timezone: 'Z',
  entities: Object.values(entities),
}).initialize();

const CONFIG: PaginateConfig<Shipment> = {
  sortableColumns: ['pk', 'createdAt'],
  defaultSortBy: [['pk', 'ASC']],
  defaultLimit: 30,
  maxLimit: 500,
  optimizedCount: true,
  relations: [
    'workspace',
    'externalSourceIntegration',
    'fulfillmentIntegration',
    'shipmentStatus',
    'review',
    'orders',
    'shipmentItems',
  ],
  filterableColumns: { trackingStatus: [FilterOperator.IN], transitStartedAt: [FilterOperator.LTE] },
};

@Controller()
class ShipmentsController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Get('/workspaces/:id/shipments')
  async list(@Param('id') id: string, @Paginate() query: PaginateQuery): Promise<Paginated<Shipment>> {
    // as Waybill, it looks the workspace up first
    const workspace = await this.source.getRepository(entities.Workspace).findOneByOrFail({ id });
    const where = { workspacePk: workspace.pk };
    return paginate(query, this.source.getRepository(Shipment), { ...CONFIG, where });
  }

  @Get('/health')
  health(): object {
    return { status: 'ok' };
  }
}

@Module({ controllers: [ShipmentsController], providers: [{ provide: DataSource, useValue: data }] })
class PaginateModule {}

const app = await NestFactory.create(PaginateModule, new FastifyAdapter(), { logger: ['error'] });
await app.listen(Number(process.env.PORT), '127.0.0.1');
