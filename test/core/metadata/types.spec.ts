import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { SQLITE } from '../../../src/core/database/dialect.js';
import { exact, order, range } from '../../../src/core/query/filters/index.js';
import { READ } from '../../../src/core/metadata/field.js';
import { integer } from '../../../src/core/metadata/fields/number.js';
import { toOne } from '../../../src/core/metadata/fields/relation.js';
import { uuid } from '../../../src/core/metadata/fields/simple.js';
import { defineResource, type Resource } from '../../../src/core/metadata/resource.js';
import { Review } from '../../../src/modules/tracking-pages/reviews/review.entity.js';
import { shipmentResource } from '../../../src/modules/shipments/shipment.resource.js';
import { Catalog } from '../../../src/core/store/catalog.js';
import { dataSourceOf } from '../../support/open-database.js';

const common = { name: 'Review', path: 'reviews', description: 'A test.', owner: 'workspace' } as const;
const fields = {
  id: uuid({ groups: READ }),
  shipment: toOne(() => shipmentResource, { groups: READ }),
  productScore: integer({ groups: READ }),
};

/** `npm run typecheck` proves that what is expected here is an error; the tests, that the start would stop as well. */
describe('a declaration that does not fit its entity does not compile, and does not start', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = dataSourceOf('sqlite::memory:');
    await (dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  });
  const compile = (resource: Resource): Catalog => new Catalog([resource], dataSource, { dialect: SQLITE });

  it('with properties of the entity and of what it refers to, it does', () => {
    const filters = [exact('id', 'shipment.id', 'shipment.workspace.id'), range('productScore'), order('id')];
    const unique = [{ columns: ['shipmentPk'], propertyPath: 'shipment', message: 'There is one.' }] as const;
    expect(() => compile(defineResource(Review, { ...common, fields, filters, unique }))).not.toThrow();
  });

  it('when a filter is on a property that the entity does not have', () => {
    const resource = defineResource(Review, {
      ...common,
      fields,
      filters: [
        // @ts-expect-error -- a review has no colour
        exact('colour'),
      ],
    });
    expect(() => compile(resource)).toThrow('Review: "colour" is not a property that can be searched.');
  });

  it('when a filter is on a property that the related entity does not have', () => {
    const resource = defineResource(Review, {
      ...common,
      fields,
      // @ts-expect-error -- a shipment has no colour
      filters: [exact('shipment.colour')],
    });
    expect(() => compile(resource)).toThrow('"shipment.colour" is not a property that can be searched.');
  });

  it('when it sorts by a property that the entity does not have', () => {
    const resource = defineResource(Review, {
      ...common,
      fields,
      // @ts-expect-error -- a review has no colour
      filters: [order('id', 'colour')],
    });
    expect(() => compile(resource)).toThrow('"colour" is not a property that can be searched.');
  });

  it('when a field is not a property of the entity', () => {
    const resource = defineResource(Review, {
      ...common,
      fields: {
        ...fields,
        // @ts-expect-error -- a review has no colour
        colour: integer({ groups: READ }),
      },
      filters: [],
    });
    expect(() => compile(resource)).toThrow(
      '"colour" is not a column or a to-one relation of the table reviews.',
    );
  });

  it('when a unique rule is about a column that the entity does not have', () => {
    defineResource(Review, {
      ...common,
      fields,
      filters: [],
      unique: [
        {
          // @ts-expect-error -- a review has no colour
          columns: ['workspacePk', 'colour'],
          propertyPath: 'productScore',
          message: 'This value is already used.',
        },
      ],
    });
  });

  it('when it belongs to nobody that there is', () => {
    const resource = defineResource(Review, {
      ...common,
      // @ts-expect-error -- rows belong to a workspace or to a team
      owner: 'planet',
      fields,
      filters: [],
    });
    expect(() => compile(resource)).toThrow('Review');
    const ofTeam = defineResource(Review, { ...common, owner: 'team', fields, filters: [] });
    expect(() => compile(ofTeam)).toThrow('its rows have no "teamPk", so they would belong to no tenant.');
  });

  it('when a hook reads what the rows do not have, or sets what it only judges', () => {
    defineResource(Review, {
      ...common,
      fields,
      filters: [],
      validate: [
        ({ after }) => {
          // @ts-expect-error -- a review has no colour
          expect(after?.colour).toBeUndefined();
          return [];
        },
      ],
      afterWrite: [
        ({ after }) => {
          // @ts-expect-error -- the row is written already
          if (after) after.totalScore = 1;
        },
      ],
    });
  });
});
