import { isBase64 } from 'class-validator';
import { BadInput } from '../../../core/metadata/errors.js';
import { charsetOf, decodedText } from '../../../core/serializer/decoded-text.js';

/** A file as a request brought it, with the other fields of its form. */
export interface UploadedFile {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly content: Buffer | undefined;
  readonly name: string | undefined;
  readonly type: string;
}

const CSV = 'text/csv';

/**
 * Reads `multipart/form-data`, or a JSON object whose `file` is the text itself, or base64 of it, or a `data:` URL.
 * @throws BadInput when it is neither.
 */
export async function readUploadedFile(body: unknown, contentType: string): Promise<UploadedFile> {
  if (Buffer.isBuffer(body)) return fromForm(body, contentType);
  if (typeof body !== 'object' || body === null) throw new BadInput('The body must be a JSON object.');
  const { file, ...fields } = body as Record<string, unknown>;
  const content = typeof file === 'string' && file !== '' ? await bytesOf(file) : undefined;
  const name = typeof fields.fileOriginalName === 'string' ? fields.fileOriginalName : undefined;
  return { fields, content, name, type: CSV };
}

async function fromForm(body: Buffer, contentType: string): Promise<UploadedFile> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new BadInput('The form cannot be read.');
  }
  const fields: Record<string, unknown> = {};
  let file: File | undefined;
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else if (name === 'file') file = value;
  }
  const given = typeof fields.fileOriginalName === 'string' ? fields.fileOriginalName : undefined;
  const text = typeof fields.file === 'string' && fields.file !== '' ? await bytesOf(fields.file) : undefined;
  return {
    fields,
    content: file ? await recoded(Buffer.from(await file.arrayBuffer()), file.type) : text,
    name: given ?? file?.name,
    type: file?.type.split(';')[0]?.trim() || CSV,
  };
}

const DATA_URL = /^data:([^,]*);base64,/;

/** CSV has commas or line breaks, base64 has neither. */
async function bytesOf(file: string): Promise<Buffer> {
  const [url, type] = DATA_URL.exec(file) ?? [];
  if (url !== undefined) return recoded(Buffer.from(file.slice(url.length), 'base64'), type);
  const isCoded = file.length >= 8 && !/[,\n]/.test(file) && isBase64(file);
  return Buffer.from(file, isCoded ? 'base64' : 'utf8');
}

/** A file in UTF-8 where its type names another charset. @throws BadInput when it is none of that. */
async function recoded(content: Buffer, type: string | undefined): Promise<Buffer> {
  const charset = charsetOf(type);
  if (charset === undefined || /^utf-?8$/i.test(charset)) return content;
  const texts: string[] = [];
  for await (const text of decodedText(content, charset)) texts.push(text);
  return Buffer.from(texts.join(''));
}
