import type { Connection } from 'mysql2/promise';
import type { Stored } from '../../src/core/metadata/condition.js';
import { toStored } from '../../src/core/metadata/datetime.js';
import { foldValue } from '../../src/core/metadata/fold.js';
import { emailKey } from '../../src/core/metadata/identity.js';
import { hashOf } from '../../src/modules/identity/oauth/secrets.js';
import { LARGE, pkOf, WORKSPACES } from './layout.js';
import { STATUSES } from './rows.js';
import { idOf } from './seed.js';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Of the client of a workspace's team. */
export const credentialsOf = (workspace: number): Credentials => ({
  clientId: `${idOf('client', workspace)}_${String(workspace).padStart(20, 'b')}`,
  clientSecret: idOf('user', workspace).replaceAll('-', ''),
});

const titleOf = (workspace: number): string =>
  workspace === LARGE ? 'Large shop' : `Small shop ${workspace}`;

/** The teams, each with an owner, a client, a workspace, an integration and its statuses. */
export async function insertTenants(connection: Connection, now: number): Promise<void> {
  const moment = toStored(now);
  const insert = async (table: string, row: Readonly<Record<string, Stored>>): Promise<void> => {
    await connection.query(`INSERT INTO ${table} SET ?`, [row]);
  };
  for (let workspace = 0; workspace < WORKSPACES; workspace++) {
    const pk = pkOf(workspace);
    const stamps = { createdAt: moment, updatedAt: moment };
    const email = `owner${workspace}@example.com`;
    const title = titleOf(workspace);
    const id = idOf('user', workspace);
    await insert('users', { pk, id, email, emailKey: emailKey(email), emailVerified: 1, ...stamps });
    const nameFolded = foldValue(title, 255);
    await insert('teams', { pk, id: idOf('team', workspace), name: title, nameFolded, ...stamps });
    await insert('memberships', { userPk: pk, teamPk: pk, role: 'owner', createdAt: moment });
    await insert('workspaces', {
      pk,
      id: idOf('workspace', workspace),
      teamPk: pk,
      title,
      titleFolded: nameFolded,

      storeHash: `bench${workspace}`,
      ...stamps,
    });
    const { clientId, clientSecret } = credentialsOf(workspace);
    await insert('oauth_clients', {
      pk,
      id: idOf('client', workspace),
      name: title,
      publicId: clientId,
      userPk: pk,
      createdAt: moment,
      secretHash: hashOf(clientSecret),
    });
    await insert('workflows', {
      pk,
      id: idOf('workflow', workspace),
      workspacePk: pk,
      title: 'WooCommerce',
      titleFolded: 'WOOCOMMERCE',

      type: 'integration-woocommerce',
      period: 'immediately',
      ...stamps,
    });
    for (const [place, [entity, code, words]] of STATUSES.entries()) {
      const index = workspace * STATUSES.length + place;
      await insert('statuses', {
        pk: pkOf(index),
        id: idOf('status', index),
        workspacePk: pk,
        entity,
        code,
        title: words,
        ...stamps,

        codeFolded: foldValue(code, 100),
        titleFolded: foldValue(words, 255),
      });
    }
  }
}
