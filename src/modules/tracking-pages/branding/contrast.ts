/** Contrast between text and what is behind it that WCAG 2.2 asks for (success criterion 1.4.3, level AA). */
export const MIN_CONTRAST = 4.5;

/** `#1a56b0` as its red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

const rgbOf = (colour: string): Rgb => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** Relative luminance as WCAG 2.2 defines it: 0 is black, 1 is white. */
function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours such as `#1a56b0`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour mixed with white until it can be read on `background`. */
export function lightenedFor(background: string, colour: string): string {
  for (let white = 0; white < 1; white += 0.05) {
    const mixed = rgbOf(colour).map((channel) => Math.round(channel + (255 - channel) * white));
    const hex = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(hex, background) >= MIN_CONTRAST) return hex;
  }
  return '#ffffff';
}
