import { Controller, Get, Header, Param } from '@nestjs/common';
import { type CarrierMatch, detectCarriers } from './detect-carriers.js';
import { searchedTrackingNumber } from './parse-tracking-numbers.js';

@Controller('/tracking_numbers')
export class DetectionController {
  /** A plain list in every format, the most certain carrier first; empty when nobody's number looks like this. */
  @Get(':number/detect-carrier')
  @Header('Content-Type', 'application/json; charset=utf-8')
  detect(@Param('number') number: string): readonly CarrierMatch[] {
    return detectCarriers(searchedTrackingNumber(number));
  }
}
