import { Dto } from '../../../core/http/dto/dto.js';
import { freeText } from '../schema-helpers.js';
import { Flag, LongText, MagentoBody } from './fields.js';
import {
  CarrierCode,
  Description,
  type NewTrack,
  Title,
  TrackNumberOfBody,
  Tracks,
  type WrittenNumber,
} from './new-track.dto.js';
import { OrderId, OrderIncrementId } from './references.js';
import { type RequestedItem, RequestedItems } from './requested-item.dto.js';

/** What of an order is shipped. */
@Dto({ name: 'NewShipment' })
export class CreateShipment extends MagentoBody {
  @OrderId()
  readonly order_id?: number;

  @OrderIncrementId({ orId: true })
  readonly order_increment_id?: string;

  /** Undefined: everything that is left. */
  @RequestedItems()
  readonly items?: readonly RequestedItem[];

  @Tracks()
  readonly tracks!: readonly NewTrack[];

  @TrackNumberOfBody()
  readonly track_number?: readonly WrittenNumber[];

  @CarrierCode()
  readonly carrier_code?: string;

  @Title()
  readonly title?: string;

  @Description()
  readonly description?: string;

  @LongText(freeText())
  readonly comment?: string;

  @Flag({ description: 'The customer gets an e-mail, where mail goes out.' })
  readonly send_email!: boolean;
}
