import { Controller, Get, Header, Param } from '@nestjs/common';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { carrierResource } from './carrier.resource.js';
import { CarrierMatch, detectCarriers } from './detect-carriers.js';
import { searchedTrackingNumber } from './parse-tracking-numbers.js';

@Operations({
  tag: carrierResource.name,
  path: {
    number: { description: 'A tracking number, as somebody typed it.', examples: ['RB123456785GB'] },
  },
})
@Controller('/tracking_numbers')
export class DetectionController {
  /** A plain list in every format, the most certain carrier first; empty when nobody's number looks like this. */
  @Get(':number/detect-carrier')
  @Operation({
    id: 'detectCarrier',
    summary: 'Says whose a tracking number is',
    description: 'By its form and check digit; the most certain carrier comes first.',
    answer: {
      description: 'The carriers whose number it may be; none when nobody has such numbers.',
      body: [CarrierMatch],
    },
  })
  @Header('Content-Type', 'application/json; charset=utf-8')
  detect(@Param('number') number: string): readonly CarrierMatch[] {
    return detectCarriers(searchedTrackingNumber(number));
  }
}
