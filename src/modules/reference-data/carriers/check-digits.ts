/** A letter counts as its character code less 3, modulo 10: A is 2, B is 3. */
const valueOf = (character: string): number =>
  character <= '9' ? Number(character) : (character.charCodeAt(0) - 3) % 10;

/** Sum over the characters of value times weight; position 0 is the leftmost. */
const weighted = (serial: string, weight: (position: number) => number): number =>
  [...serial].reduce((sum, character, position) => sum + valueOf(character) * weight(position), 0);

/** UPS, USPS, GS1 and others: even and odd positions have a weight each, and the check digit fills up to ten. */
export const mod10 = (serial: string, even: number, odd: number): number =>
  (10 - (weighted(serial, (position) => (position % 2 === 0 ? even : odd)) % 10)) % 10;

/** DHL Express: the serial number modulo 7. */
export const mod7 = (serial: string): number =>
  [...serial].reduce((rest, digit) => (rest * 10 + Number(digit)) % 7, 0);

/** ISO/IEC 7812-1, as on credit cards. */
export const luhn = (serial: string): number => {
  const sum = [...serial].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** FedEx: the weighted sum modulo 11, of which a ten counts as zero. */
export const mod11 = (serial: string, weights: readonly number[]): number =>
  (weighted(serial, (position) => weights[position] ?? 0) % 11) % 10;

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** UPU S10, over the eight digits of the serial number. */
export const s10 = (serial: string): number => {
  const check = 11 - (weighted(serial, (position) => S10_WEIGHTS[position] ?? 0) % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
};

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO/IEC 7064, MOD 37,36: digits and capitals, checked by one of them. DPD. */
export const mod37and36 = (serial: string): string => {
  const rest = [...serial].reduce((product, character) => {
    const sum = (product + ALPHABET.indexOf(character)) % 36;
    return ((sum === 0 ? 36 : sum) * 2) % 37;
  }, 36);
  return ALPHABET.charAt((37 - rest) % 36);
};

/** GS1, and with it USPS and FedEx Ground: modulo 10, weights of 3 and 1 from the right. */
export const gs1 = (serial: string): number =>
  serial.length % 2 === 0 ? mod10(serial, 1, 3) : mod10(serial, 3, 1);

/** UPS, a letter and all. */
export const ups = (serial: string): number => mod10(serial, 1, 2);

const FEDEX_12 = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];
const FEDEX_14 = [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

export const fedexExpress = (serial: string): number => mod11(serial, FEDEX_12);
export const fedexBarCode = (serial: string): number => mod11(serial, FEDEX_14);

/** OnTrac's letter counts as a digit before the serial number, unless that begins with it. */
export const ontrac =
  (letter: string) =>
  (serial: string): number =>
    mod10(serial.startsWith(letter) ? serial : letter + serial, 1, 2);

/** The 91 of the old labels of USPS counts also where it is left out. */
export const uspsLegacy = (serial: string): number => gs1(serial.startsWith('91') ? serial : `91${serial}`);
