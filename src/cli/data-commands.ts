import { parseEmail, parseName, parseTeamId, parseWorkspaceId } from './cli-options.js';
import { type Command, text } from './command.js';

const tenantExport: Command = {
  usage: 'tenant:export --team <id or IRI> --to <folder> [--json]',
  summary:
    'Writes everything of a team into an empty folder, as NDJSON and CSV, without secrets; servers go on.',
  options: { team: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  prepare: ({ team, to, json }) => {
    const id = parseTeamId('team', text(team));
    const folder = parseName('to', text(to));
    return async ({ exportTeam }, config) => {
      const exported = await exportTeam(config, id, folder);
      return json === true
        ? JSON.stringify(exported)
        : `Wrote ${totalOf(exported.rows)} rows of "${exported.name}" into ${folder}.`;
    };
  },
};

const tenantDelete: Command = {
  usage: 'tenant:delete --team <id or IRI> [--yes] [--json]',
  summary:
    'Says what a team has, and with --yes deletes all of it, in small steps beside servers; interrupted, it goes on when it is run again.',
  options: { team: { type: 'string' }, yes: { type: 'boolean' }, json: { type: 'boolean' } },
  prepare: ({ team, yes, json }) => {
    const id = parseTeamId('team', text(team));
    return async ({ contentOfTeam, deleteTeam }, config) => {
      const content = await contentOfTeam(config, id);
      const deleted = yes === true ? await deleteTeam(config, id, () => undefined) : 0;
      if (json === true) return JSON.stringify({ team: id, ...content, deleted });
      const listed = Object.entries(content.rows).map(
        ([table, rows]) => `${String(rows).padStart(12)}  ${table}`,
      );
      const end =
        yes === true
          ? `Deleted ${deleted} rows of "${content.name}".`
          : `These rows of "${content.name}" are deleted with --yes. The accounts of its members stay.`;
      return [...listed, end].join('\n');
    };
  },
};

const customerErase: Command = {
  usage: 'customer:erase --workspace <id or IRI> --email <address> [--json]',
  summary:
    "Erases a customer's personal data from a workspace, wherever it is; orders and shipments stay without it.",
  options: { workspace: { type: 'string' }, email: { type: 'string' }, json: { type: 'boolean' } },
  prepare: ({ workspace, email, json }) => {
    const id = parseWorkspaceId('workspace', text(workspace));
    const address = parseEmail('email', text(email));
    return async ({ eraseCustomerOf }, config) => {
      const erased = await eraseCustomerOf(config, id, address);
      return json === true
        ? JSON.stringify(erased)
        : `Erased the customer from ${erased.orders} orders and ${erased.shipments} shipments.`;
    };
  },
};

const backup: Command = {
  usage: 'backup --to <file> [--json]',
  summary:
    'Copies the database as it is at one moment, while servers go on: SQLite as a file, MariaDB and MySQL as compressed SQL.',
  options: { to: { type: 'string' }, json: { type: 'boolean' } },
  prepare: ({ to, json }) => {
    const file = parseName('to', text(to));
    return async ({ backUpDatabase }, config) => {
      const bytes = await backUpDatabase(config, file);
      return json === true ? JSON.stringify({ file, bytes }) : `Wrote ${bytes} bytes into ${file}.`;
    };
  },
};

const restore: Command = {
  usage: 'restore --from <file> [--replace]',
  summary:
    'Brings a backup into an empty database, or with --replace in the place of what there is; servers are stopped meanwhile.',
  options: { from: { type: 'string' }, replace: { type: 'boolean' } },
  prepare: ({ from, replace }) => {
    const file = parseName('from', text(from));
    return async ({ restoreDatabase }, config) => {
      await restoreDatabase(config, file, replace === true);
      return `Restored ${file}.`;
    };
  },
};

const totalOf = (rows: Readonly<Record<string, number>>): number =>
  Object.values(rows).reduce((sum, each) => sum + each, 0);

/** Commands about data that is there: taken out, deleted, copied. */
export const DATA_COMMANDS: readonly (readonly [string, Command])[] = [
  ['tenant:export', tenantExport],
  ['tenant:delete', tenantDelete],
  ['customer:erase', customerErase],
  ['backup', backup],
  ['restore', restore],
];
