import { isVariable, type VariableName } from './variables.js';

/** A part of a template: words, a variable, or what is said only where a variable has a value, or has none. */
type Part =
  | string
  | { readonly name: VariableName }
  | { readonly when: VariableName; readonly isEmpty: boolean; readonly parts: readonly Part[] };

/** A template that has been read. */
export type TemplateText = readonly Part[];

/** What is wrong with a template, in a sentence for whoever wrote it. */
export class TemplateProblem extends Error {}

const TAG = /\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\}/g;
const MAX_DEPTH = 5;

interface Open {
  readonly when: VariableName;
  readonly isEmpty: boolean;
  readonly outside: Part[];
}

/**
 * Reads `Hello {{first_name}}, {{#carrier}}{{carrier}} brings it.{{/carrier}}`.
 * @throws TemplateProblem for a variable that is not there, and for braces that do not fit.
 */
export function parseTemplate(source: string): TemplateText {
  const open: Open[] = [];
  let parts: Part[] = [];
  let at = 0;
  const words = (text: string): void => {
    if (/\{\{|\}\}/.test(text)) throw new TemplateProblem('There are braces that belong to no variable.');
    if (text !== '') parts.push(text);
  };
  for (const { 0: tag, 1: sign, 2: name = '', index } of source.matchAll(TAG)) {
    words(source.slice(at, index));
    at = index + tag.length;
    if (!isVariable(name)) throw new TemplateProblem(`There is no variable "${name.slice(0, 50)}".`);
    if (sign === '') parts.push({ name });
    else if (sign === '/') {
      const last = open.pop();
      if (last?.when !== name) throw new TemplateProblem(`"{{/${name}}}" ends nothing.`);
      last.outside.push({ when: last.when, isEmpty: last.isEmpty, parts });
      parts = last.outside;
    } else {
      if (open.length >= MAX_DEPTH) throw new TemplateProblem('There are too many conditions in each other.');
      open.push({ when: name, isEmpty: sign === '^', outside: parts });
      parts = [];
    }
  }
  words(source.slice(at));
  const [left] = open;
  if (left) throw new TemplateProblem(`"{{${left.isEmpty ? '^' : '#'}${left.when}}}" is not ended.`);
  return parts;
}

/** The names of the variables that a template uses, with those of its conditions. */
export const variablesIn = (template: TemplateText): VariableName[] =>
  template.flatMap((part) =>
    typeof part === 'string' ? [] : 'name' in part ? [part.name] : [part.when, ...variablesIn(part.parts)],
  );

/** The words of a template, without its variables. */
export const wordsOf = (template: TemplateText): string =>
  template
    .map((part) => (typeof part === 'string' ? part : 'name' in part ? ' ' : wordsOf(part.parts)))
    .join('');

/** A template with its variables put in; `values` has them in the form of the result, such as HTML. */
export const fillTemplate = (
  template: TemplateText,
  values: Readonly<Record<VariableName, string>>,
): string =>
  template
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('name' in part) return values[part.name];
      return (values[part.when] === '') === part.isEmpty ? fillTemplate(part.parts, values) : '';
    })
    .join('');
