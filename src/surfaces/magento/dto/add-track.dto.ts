import { Dto } from '../../../core/http/dto/dto.js';
import { MagentoBody } from './fields.js';
import { CarrierCode, Description, Title, TrackNumber, type WrittenNumber } from './new-track.dto.js';
import { IncrementId, OrderId, OrderIncrementId, ShipmentId } from './references.js';

/** A track, and the shipment that it is for. */
@Dto({ name: 'TrackOfShipment' })
export class AddTrack extends MagentoBody {
  @ShipmentId({ orByOrder: true })
  readonly shipment_id?: number;

  @IncrementId()
  readonly increment_id?: number;

  @OrderId()
  readonly order_id?: number;

  @OrderIncrementId()
  readonly order_increment_id?: string;

  @TrackNumber()
  readonly track_number!: readonly WrittenNumber[];

  @CarrierCode()
  readonly carrier_code?: string;

  @Title()
  readonly title?: string;

  @Description()
  readonly description?: string;
}
