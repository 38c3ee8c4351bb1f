/** The dashboard's own font may not be loaded yet when a text is measured; monospace is one of the system's. */
const SPARE = 1.1;

const MONOSPACE = "ui-monospace, 'SF Mono', Menlo, Consolas, monospace";

let measure: CanvasRenderingContext2D | null | undefined;
let fonts: { readonly text: string; readonly mono: string } | undefined;

/** Pixels of letters: a text takes their sum, or some less where letters stand closer or become one. */
const letters = { text: new Map<string, number>(), mono: new Map<string, number>() };
document.fonts.addEventListener('loadingdone', () => letters.text.clear());

/**
 * The pixels that a text takes in a table, or some more.
 * @param isMono - of the class `mono`.
 */
export function textWidth(text: string, isMono = false): number {
  const known = isMono ? letters.mono : letters.text;
  let width = 0;
  for (const letter of text) width += known.get(letter) ?? measured(letter, known, isMono);
  return isMono ? width : width * SPARE;
}

function measured(letter: string, known: Map<string, number>, isMono: boolean): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) return Infinity;
  fonts ??= fontsOfTables();
  measure.font = isMono ? fonts.mono : fonts.text;
  const { width } = measure.measureText(letter);
  known.set(letter, width);
  return width;
}

/** Sizes are those of the stylesheets: 0.8125rem, and 0.92 of it. */
function fontsOfTables(): { text: string; mono: string } {
  const size = 0.8125 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    text: `${size}px ${getComputedStyle(document.body).fontFamily}`,
    mono: `${size * 0.92}px ${MONOSPACE}`,
  };
}
