import { type CssNode, generate, ident, parse, walk } from 'css-tree';

/** Characters of a shop's own style at most: a page stays under 40 kB. */
export const MAX_CSS_LENGTH = 8000;

/** Functions that a style may use: those that load nothing. */
const FUNCTIONS = new Set(
  (
    'rgb rgba hsl hsla hwb lab lch oklab oklch color-mix calc min max clamp var repeat minmax fit-content ' +
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient translate translatex translatey scale ' +
    'rotate blur brightness contrast grayscale opacity saturate drop-shadow cubic-bezier steps inset circle ellipse ' +
    'not is where nth-child nth-of-type nth-last-child first-child last-child has lang dir'
  ).split(' '),
);

/** Rules with an at sign that a style may use. */
const AT_RULES = new Set(['media', 'supports']);

/** Values of `position` that lay nothing over the page, such as a false form. */
const IN_FLOW = /^(?:static|relative)$/i;

/** Why a shop's style is refused, in a sentence; undefined when it may be used. */
export function cssProblem(css: string): string | undefined {
  if (css.length > MAX_CSS_LENGTH) return `It should have ${MAX_CSS_LENGTH} characters or less.`;
  if (css.includes('<')) return 'It may not contain "<".';
  let problem: string | undefined;
  const refuse = (sentence: string): void => void (problem ??= sentence);
  const tree = parse(css, {
    parseCustomProperty: true,
    onParseError: ({ message }) => refuse(`It is no CSS: ${message}.`),
  });
  walk(tree, (node: CssNode) => {
    if (node.type === 'Atrule' && !AT_RULES.has(node.name.toLowerCase()))
      refuse(`"@${node.name}" may not be used.`);
    if (node.type === 'Url') refuse('"url()" may not be used: a page loads nothing but its pictures.');
    if (node.type === 'Function' && !FUNCTIONS.has(node.name.toLowerCase()))
      refuse(`"${node.name}()" may not be used.`);
    if (node.type === 'Raw') refuse(`"${node.value.slice(0, 50)}" cannot be read.`);
    if (node.type !== 'Declaration' || ident.decode(node.property).toLowerCase() !== 'position') return;
    if (!IN_FLOW.test(ident.decode(generate(node.value))))
      refuse('"position" may be "static" or "relative".');
  });
  return problem;
}

/** A style without comments and blanks, as it is written into a page; empty when it may not be used. */
export const minified = (css: string): string => (cssProblem(css) === undefined ? generate(parse(css)) : '');
