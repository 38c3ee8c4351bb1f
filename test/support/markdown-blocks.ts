import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['', 'docs', 'docs/adr', 'bench', 'web', 'examples', 'clients/typescript'];

/** What stands between two fences of a page. */
export interface Block {
  /** `docs/lists.md` */
  readonly file: string;
  readonly line: number;
  /** `sh`, `json`… */
  readonly language: string;
  readonly text: string;
  /** Why nobody can run it here: of the comment `<!-- not run: … -->` above it. */
  readonly notRun: string | undefined;
}

/** Every page of the project, by its path. */
export const PAGES: readonly string[] = FOLDERS.flatMap((folder) =>
  readdirSync(ROOT + folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name)),
);

export const pageText = (file: string): string => readFileSync(ROOT + file, 'utf8');

/** The blocks of a page, in their order. */
export function blocksOf(file: string): readonly Block[] {
  const text = pageText(file);
  const pattern = /(?:^<!-- not run: (.+) -->\n\n)?^```(.*)\n([\s\S]*?)^```$/gm;
  return [...text.matchAll(pattern)].map(({ index, 1: notRun, 2: language = '', 3: content = '' }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    language,
    text: content,
    notRun,
  }));
}
