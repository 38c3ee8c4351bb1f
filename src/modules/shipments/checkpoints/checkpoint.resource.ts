import { order } from '../../../core/query/filters/index.js';
import { READ } from '../../../core/metadata/field.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../../core/metadata/fields/simple.js';
import { unsearchableText } from '../../../core/metadata/fields/text.js';
import { defineResource, READ_ONLY, type Resource } from '../../../core/metadata/resource.js';
import { shipmentResource } from '../shipment.resource.js';
import { Checkpoint } from './checkpoint.entity.js';

export const checkpointResource: Resource<Checkpoint> = defineResource(Checkpoint, {
  name: 'TrackingCheckpoint',
  path: 'tracking_checkpoints',
  description: 'Something a carrier reported of a parcel.',
  owner: 'workspace',
  operations: READ_ONLY,
  fields: {
    shipment: toOne(() => shipmentResource, { groups: ['get'] }),
    checkpointDate: datetime({ groups: READ, nullable: false }),
    info: unsearchableText({ groups: READ, description: "The carrier's words." }),
    location: unsearchableText({ groups: READ }),
    rel: unsearchableText({
      groups: READ,
      description: 'Whose words: of the `origin` or the `destination` carrier.',
    }),
    id: uuid({ groups: READ }),
  },
  filters: [order('checkpointDate')],
});
