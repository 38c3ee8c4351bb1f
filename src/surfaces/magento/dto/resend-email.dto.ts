import { Dto } from '../../../core/http/dto/dto.js';
import { freeText } from '../schema-helpers.js';
import { LongText, MagentoBody } from './fields.js';
import { IncrementId, ShipmentId } from './references.js';

/** The shipment whose e-mail is sent again. */
@Dto({ name: 'Resend' })
export class ResendEmail extends MagentoBody {
  @ShipmentId({ orByOrder: false })
  readonly shipment_id?: number;

  @IncrementId()
  readonly increment_id?: number;

  @LongText(freeText('For the customer.'))
  readonly comment?: string;
}
