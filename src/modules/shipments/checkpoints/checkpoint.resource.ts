import { order } from '../../../core/query/filters/index.js';
import { READ } from '../../../core/metadata/field.js';
import { iri } from '../../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../../core/metadata/fields/simple.js';
import { note } from '../../../core/metadata/fields/text.js';
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
    shipment: iri(() => shipmentResource, { groups: ['get'] }),
    checkpointDate: datetime({ groups: READ, nullable: false }),
    info: note({ groups: READ, description: "The carrier's words." }),
    location: note({ groups: READ }),
    rel: note({ groups: READ, description: 'Whose words: of the `origin` or the `destination` carrier.' }),
    id: uuid({ groups: READ }),
  },
  filters: [order('checkpointDate')],
});
