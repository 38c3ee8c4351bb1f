/** The dashboard's own font may not be loaded yet when a text is measured; monospace is one of the system's. */
const SPARE = 1.1;

const MONOSPACE = "ui-monospace, 'SF Mono', Menlo, Consolas, monospace";

let measure: CanvasRenderingContext2D | null | undefined;
let fonts: { readonly text: string; readonly mono: string } | undefined;

/**
 * The pixels that a text takes in a table, or some more.
 * @param isMono - of the class `mono`.
 */
export function textWidth(text: string, isMono = false): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) return Infinity;
  fonts ??= fontsOfTables();
  measure.font = isMono ? fonts.mono : fonts.text;
  const { width } = measure.measureText(text);
  return isMono ? width : width * SPARE;
}

/** Sizes are those of the stylesheets: 0.8125rem, and 0.92 of it. */
function fontsOfTables(): { text: string; mono: string } {
  const size = 0.8125 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    text: `${size}px ${getComputedStyle(document.body).fontFamily}`,
    mono: `${size * 0.92}px ${MONOSPACE}`,
  };
}
