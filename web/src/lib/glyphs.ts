import codes from './glyphs.json';

/** Icons of Tabler's that are letters of the icon font, with their code points; the build makes the font of just these. */
export type GlyphName = keyof typeof codes;

/**
 * The letter of an icon, for the `data-glyph` of what it stands before: the browser draws it as quickly as the word beside it. A
 * long table has hundreds of them, and of drawings each would be a picture of its own. It is in no text that is read out,
 * searched or copied.
 */
export const glyph = (name: GlyphName): string => String.fromCodePoint(Number.parseInt(codes[name], 16));
