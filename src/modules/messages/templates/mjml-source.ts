import { isURL } from 'class-validator';
import { withoutLinks } from '../../mail/without-links.js';
import { cssProblem } from '../../tracking-pages/branding/shop-css.js';
import { parseTemplate, TemplateProblem, variablesIn, wordsOf } from './template-text.js';
import { kindOfVariable, type VariableKind } from './variables.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements of MJML that only hold others. */
const STRUCTURE = words(
  'mjml mj-head mj-attributes mj-all mj-class mj-breakpoint mj-body mj-wrapper mj-section mj-group mj-column mj-image mj-divider mj-spacer',
);
/** Elements of MJML with text in them. */
const TEXT = words('mj-title mj-preview mj-text mj-button mj-table');
/** Elements of HTML that may stand in a text. */
const HTML = words(
  'p br b strong i em u s span a ul ol li h1 h2 h3 h4 table thead tbody tr td th small sub sup blockquote hr bdi div',
);
const EMPTY_HTML = words('br hr');
/** Where a condition may stand between elements: around whole rows, columns or what is in a column. */
const AROUND = words('mj-body mj-wrapper mj-section mj-column');

const ATTRIBUTES = words(
  'align alt background-color border border-bottom border-collapse border-color border-left border-radius border-right border-spacing border-style border-top border-width ' +
    'cellpadding cellspacing class color colspan color-scheme container-background-color css-class dir direction font-family font-size font-style font-weight full-width height ' +
    'href inner-border inner-border-radius inner-padding lang letter-spacing line-height mj-class name padding padding-bottom padding-left padding-right padding-top role rowspan src style ' +
    'table-layout text-align text-decoration text-transform title valign vertical-align width',
);

/** Addresses that a link may lead to: the tracking page, the end of messages, and the shop's own mailbox. */
const HREFS = words(
  '{{tracking_url}} {{review_url}} {{unsubscribe_url}} mailto:{{contact_email}} tel:{{contact_phone}}',
);

const TOKEN =
  /<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d-]*)((?:\s+[a-z][a-z-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)>|[^<]+|</giy;
const ATTRIBUTE = /([a-z][a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** Characters of a template's source at most. */
export const MAX_SOURCE_LENGTH = 20_000;

const refuse = (sentence: string): never => {
  throw new TemplateProblem(sentence);
};

/**
 * The source of a tenant's template, written anew of what is known alone: nothing in it runs as a script or loads anything but
 * pictures, and links lead to the tracking page. Conditions between elements become what MJML takes there.
 * @throws TemplateProblem.
 */
export function checkedMjml(source: string): string {
  const open: string[] = [];
  let result = '';
  if (source.length > MAX_SOURCE_LENGTH) refuse(`It should have ${MAX_SOURCE_LENGTH} characters or less.`);
  for (const [token, end, tag, attributes = '', closed] of source.trim().matchAll(TOKEN)) {
    const inside = open.at(-1) ?? '';
    if (token.startsWith('<!--')) continue;
    if (token === '<') refuse('There is a "<" that begins no element. Write &lt; for the character.');
    if (tag === undefined) {
      result += inside === 'mj-style' ? styleSheet(token) : text(token, inside);
      continue;
    }
    const name = tag.toLowerCase();
    if (end === '/') {
      if (open.pop() !== name) refuse(`"</${name}>" ends nothing.`);
      result += `</${name}>`;
      continue;
    }
    assertMayStand(name, open);
    const isEmpty = closed === '/' || EMPTY_HTML.has(name);
    result += `<${name}${checkedAttributes(name, attributes)}${isEmpty ? ' /' : ''}>`;
    if (!isEmpty) open.push(name);
  }
  if (open.length > 0) refuse(`"<${open.at(-1)}>" is not ended.`);
  if (!/^<mjml[\s>]/.test(result)) refuse('It begins with "<mjml>".');
  return result;
}

function assertMayStand(name: string, open: readonly string[]): void {
  const inside = open.at(-1) ?? '';
  const isInText = open.some((each) => TEXT.has(each));
  if (HTML.has(name) && isInText && inside !== 'mj-title' && inside !== 'mj-preview') return;
  const isKnown = STRUCTURE.has(name) || TEXT.has(name) || name === 'mj-style';
  if (!isKnown || isInText || (open.length === 0) !== (name === 'mjml'))
    refuse(`"<${name}>" may not be used${inside === '' ? '' : ` in "<${inside}>"`}.`);
  if (open.length > 12) refuse('Its elements are nested too deep.');
}

function checkedAttributes(tag: string, text: string): string {
  let result = '';
  for (const { 1: name = '', 2: quoted, 3: single } of text.matchAll(ATTRIBUTE)) {
    const attribute = name.toLowerCase();
    const value = quoted ?? single ?? '';
    if (!ATTRIBUTES.has(attribute)) refuse(`The attribute "${attribute}" may not be used.`);
    assertAttribute(tag, attribute, value.trim());
    result += ` ${attribute}="${value.replaceAll('"', '&quot;')}"`;
  }
  return result;
}

function assertAttribute(tag: string, name: string, value: string): void {
  if (name === 'href') {
    const isLink = HREFS.has(value.replace(/\s/g, ''));
    if (!isLink) refuse('"href" may be one of ' + [...HREFS].join(', ') + '.');
    return;
  }
  if (name === 'src') {
    const isLogo = value.replace(/\s/g, '') === '{{logo_url}}';
    const isPicture =
      tag === 'mj-image' &&
      isURL(value, { protocols: ['https'], require_protocol: true, disallow_auth: true }) &&
      !/[{}]/.test(value);
    if (!isLogo && !isPicture) refuse('"src" may be {{logo_url}} or an https address.');
    return;
  }
  if (name === 'alt' || name === 'title') return void checkedVariables(value, ['text']);
  checkedVariables(value, ['style']);
  const filled = value.replace(/\{\{.*?\}\}/g, '#123456');
  if (name === 'style') {
    const problem = cssProblem(`a{${filled}}`);
    if (problem !== undefined || /[{}]/.test(filled)) refuse(`"style": ${problem ?? 'there are braces.'}`);
    return;
  }
  // a font may be named with quotes
  if (!/^(?:[\w\s#.,%'+-]|\b(?:rgb|hsl)a?\([\d\s.,%]*\))*$/.test(filled))
    refuse(`"${name}" has a value that may not be used.`);
}

/** Words between elements are none; a condition there stands around the elements. */
function text(token: string, inside: string): string {
  if (TEXT.has(inside) || HTML.has(inside)) {
    const isPlain = inside === 'mj-title' || inside === 'mj-preview';
    assertNoLinks(checkedVariables(token, isPlain ? ['text'] : ['text', 'block']));
    return token.replaceAll('>', '&gt;');
  }
  if (token.trim() === '') return token;
  const isCondition = /^(?:\s*\{\{\s*[#^/]\s*[a-z_]+\s*\}\})+\s*$/.test(token);
  if (!isCondition || !AROUND.has(inside)) refuse(`There may be no text in "<${inside}>".`);
  return `<mj-raw>${token.trim()}</mj-raw>`;
}

function styleSheet(css: string): string {
  const problem = /[{}]{2}/.test(css.replace(/\}\s*\}/g, '}')) ? 'It has variables.' : cssProblem(css);
  if (problem !== undefined) refuse(`"<mj-style>": ${problem}`);
  return css;
}

/** Looks at a part of a template, whose conditions may end in another part. @returns its words. */
function checkedVariables(part: string, kinds: readonly VariableKind[]): string {
  const alone = part.replace(/\{\{\s*[#^/].*?\}\}/g, '');
  const template = parseTemplate(alone);
  const wrong = variablesIn(template).find((name) => !kinds.includes(kindOfVariable(name)));
  if (wrong !== undefined) refuse(`"{{${wrong}}}" may not stand there.`);
  return wordsOf(template);
}

/** @throws TemplateProblem where words have an address in them, or what programs for mail take for one. */
export function assertNoLinks(text: string): void {
  if (withoutLinks(text) !== text)
    refuse('There is an address in it: links lead to the tracking page, as {{tracking_url}}.');
}
