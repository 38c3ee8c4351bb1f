import { Engine } from 'mrml';
import { TemplateProblem } from './template-text.js';

/** Bytes of the HTML that a template may become: with what is put in, it fits into a mail. */
const MAX_HTML_BYTES = 24_000;

/**
 * The HTML of MJML, with the variables still in it. Includes are never followed: the engine reads no files.
 * @throws TemplateProblem when it is no MJML, or becomes too long.
 */
export function compileMjml(source: string): string {
  const engine = new Engine();
  try {
    const result = engine.toHtml(source);
    if (result.type === 'error') throw new TemplateProblem(`It is no MJML: ${result.message}.`);
    if (Buffer.byteLength(result.content) > MAX_HTML_BYTES)
      throw new TemplateProblem('The e-mail would be too long: programs for mail would cut it off.');
    return result.content;
  } catch (error) {
    if (error instanceof TemplateProblem) throw error;
    throw new TemplateProblem('It is no MJML.');
  } finally {
    engine.free();
  }
}
