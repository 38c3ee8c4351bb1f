import { gs1, luhn, mod10, mod11, mod37and36, mod7 } from './check-digits.js';
import { CONTAINER_FORMATS, unlessIssued } from './container-codes.js';
import { checked, exclusive, marked, type NumberFormat, shaped } from './number-format.js';
import { USPS_FORMATS } from './usps-formats.js';

const FEDEX_12 = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];
const FEDEX_14 = [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

const fedexExpress = (serial: string): number => mod11(serial, FEDEX_12);
const fedexBarcode = (serial: string): number => mod11(serial, FEDEX_14);
const ups = (serial: string): number => mod10(serial, 1, 2);

/** OnTrac's letter counts as a digit before the serial number, unless that begins with it. */
const ontrac =
  (letter: string) =>
  (serial: string): number =>
    mod10(serial.startsWith(letter) ? serial : letter + serial, 1, 2);

/**
 * The forms of all carriers but those of UPU S10, which say more than their form. One letter, or two digits, are not
 * enough of a prefix to be anybody's own.
 */
export const NUMBER_FORMATS: readonly NumberFormat[] = [
  exclusive(marked('Amazon Logistics', 'amazon', /^TB[ACM][0-9]{12}$/)),
  marked('Amazon International', 'amazon', /^[AFC][0-9]{10}$/),
  checked('Canada Post', 'canada-post', /^([0-9]{15})([0-9])$/, gs1),
  marked('Canpar', 'canpar', /^[CDKLSUXZ][0-9]{21}$/),
  ...CONTAINER_FORMATS,
  checked('DHL Express', 'dhl', /^([0-9]{9,10})([0-9])$/, mod7),
  exclusive(marked('DHL Express piece', 'dhl', /^JVGL[0-9]{9,10}$/)),
  marked('DHL Express piece', 'dhl', /^J[A-Z]{2,3}[0-9]{9,10}$/),
  exclusive(marked('DHL eCommerce', 'dhl', /^GM(?![0-9]{9}[A-Z]{2}$)[0-9][0-9A-Z]{9,38}$/)),
  shaped('DHL eCommerce, by country', 'dhl', /^(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)[0-9][0-9A-Z]{9,38}$/),
  shaped('DHL eCommerce, 14 digits', 'dhl', /^[0-9]{14}$/),
  checked('DPD bar code', 'dpd', /^([0-9]{27})([0-9A-Z])$/, mod37and36),
  checked('DPD', 'dpd', /^([0-9]{14})([0-9A-Z])$/, mod37and36),
  checked('FedEx Express', 'fedex', /^([0-9]{11})([0-9])$/, fedexExpress),
  checked('FedEx Express bar code', 'fedex', /^[0-8][0-9]{19}([0-9]{13})([0-9])$/, fedexBarcode),
  checked('FedEx ASTRA', 'fedex', /^3[0-9]{15}([0-9]{11})([0-9])[0-9]{4}$/, fedexExpress),
  checked('FedEx Ground', 'fedex', /^([0-9]{14})([0-9])$/, gs1),
  unlessIssued(checked('FedEx Ground SSCC', 'fedex', /^([0-9]{17})([0-9])$/, gs1)),
  exclusive(checked('FedEx Ground 96', 'fedex', /^96[0-9]{5}([0-9]{14})([0-9])$/, gs1)),
  exclusive(checked('FedEx Ground bar code', 'fedex', /^96[0-9]{18}([0-9]{13})([0-9])$/, fedexBarcode)),
  exclusive(marked('GOFO', 'gofo', /^GFUS[0-9]{14}$/)),
  exclusive(marked('Landmark Global', 'landmark-global', /^LTN[0-9]{8}N1$/)),
  marked('LaserShip LX', 'lasership', /^L[AIEHNX][1-3][0-9]{7}$/),
  exclusive(marked('LaserShip 1LS7', 'lasership', /^1LS7[12][0-9]{10}$/)),
  exclusive(marked('LaserShip 1LS7, part', 'lasership', /^1LS7[12][0-9]{2}01[1-4][0-9]{6}1$/)),
  exclusive(marked('LaserShip 1LSCX', 'lasership', /^1LSCX[0-9A-Z]{10}$/)),
  exclusive(checked('Old Dominion', 'old-dominion', /^((?:77[78]|072|780)[0-9]{7})([0-9])$/, luhn)),
  checked('Old Dominion, guaranteed', 'old-dominion', /^(80[0-9]{8})([0-9])$/, luhn),
  checked('OnTrac C', 'ontrac', /^C([0-9]{13})([0-9])$/, ontrac('4')),
  checked('OnTrac D', 'ontrac', /^D([0-9]{13})([0-9])$/, ontrac('5')),
  checked('Purolator', 'purolator', /^([0-5][0-9]{10})([0-9])$/, luhn),
  marked('Purolator, three letters', 'purolator', /^[A-Z]{3}[0-9]{9}$/),
  exclusive(marked('Spee-Dee', 'spee-dee', /^SP[0-9]{18}$/)),
  exclusive(checked('UPS', 'ups', /^1Z([0-9A-Z]{15})([0-9])$/, ups)),
  checked('UPS waybill', 'ups', /^[AHJKTV]([0-9]{9})([0-9])$/, ups),
  ...USPS_FORMATS,
  exclusive(marked('Yodel', 'yodel', /^JJ?D0002[0-9]{12}$/)),
  marked('Yodel', 'yodel', /^JJ?D[0-9]{16}$/),
  exclusive(marked('YunExpress', 'yunexpress', /^YT[0-9]{16}$/)),
];
