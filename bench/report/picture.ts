import type { Name } from '../measure.js';
import type { Results } from './results.js';

const SERVERS: readonly { readonly name: Name; readonly colour: string; readonly words: string }[] = [
  { name: 'waybill', colour: '#1b6ca8', words: 'Waybill, with the exact total' },
  { name: 'limit', colour: '#b8bec6', words: 'the limit: node:http and one SQL, no total' },
  { name: 'limit with COUNT', colour: '#dcb65c', words: 'the limit with a COUNT' },
  { name: 'quiet', colour: '#7fb2d6', words: 'Waybill, while nobody writes' },
  { name: 'nestjs-paginate', colour: '#c4534a', words: 'nestjs-paginate' },
];

const WIDTH = 900;
const LEFT = 250;
const RIGHT = 110;
const BAR = 13;
const GAP = 14;
const TOP = 100;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const label = (x: number, y: number, text: string, more = ''): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(text)}</text>`;

/** Requests a second of each case, as bars; the longest of a case fills the width. */
export function picture({ cases, date, machine, shipments, node, mariadb }: Results): string {
  const parts: string[] = [];
  let y = TOP;
  for (const { title, servers } of cases) {
    const shown = SERVERS.filter(({ name }) => servers[name]);
    const most = Math.max(...shown.map(({ name }) => servers[name]?.requestsPerSecond ?? 0));
    parts.push(label(LEFT - 12, y + BAR - 2, title, 'text-anchor="end"'));
    for (const { name, colour } of shown) {
      const rate = servers[name]?.requestsPerSecond ?? 0;
      const width = Math.max(1, (rate / most) * (WIDTH - LEFT - RIGHT));
      parts.push(`<rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${colour}"/>`);
      const text = rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en');
      parts.push(label(LEFT + width + 6, y + BAR - 2, text, 'class="value"'));
      y += BAR + 1;
    }
    y += GAP;
  }
  const legend = SERVERS.map(({ colour, words }, at) => {
    const [x, top] = [LEFT + (at % 2) * 300, 50 + Math.floor(at / 2) * 20];
    return `<rect x="${x}" y="${top}" width="12" height="12" fill="${colour}"/>${label(x + 18, top + 11, words)}`;
  });
  const size = shipments === undefined ? '' : ` with ${shipments.toLocaleString('en')} shipments`;
  const versions = `Node ${node}${mariadb === undefined ? '' : `, MariaDB ${mariadb}`}`;
  const about = `${date.slice(0, 10)}, ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${versions}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 20}" viewBox="0 0 ${WIDTH} ${y + 20}" font-family="Helvetica, Arial, sans-serif" font-size="12">`,
    '<style>text{fill:#24292f}.value{fill:#57606a;font-size:11px}.title{font-size:15px;font-weight:bold}</style>',
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    label(20, 28, `Requests a second${size}`, 'class="title"'),
    ...legend,
    ...parts,
    label(20, y + 8, about, 'class="value"'),
    '</svg>\n',
  ].join('\n');
}
