import { beforeAll, expect, it } from '@jest/globals';
import { onEachApi, type TenantClient } from '../support/api.js';
import { found } from '../support/rows.js';

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    const row = { workspace: tenant.workspace, type: 'integration-shop' };
    await tenant.make('/workflows', { ...row, title: 'done', firstTimeSetupPassed: true });
    await tenant.make('/workflows', { ...row, title: 'not done', firstTimeSetupPassed: false });
    await tenant.make('/workflows', { ...row, title: 'new' });
  });
  const workflows = (query: string): Promise<string[]> => found(tenant, `/workflows?${query}`, 'title');

  it.each([
    ['firstTimeSetupPassed=true', ['done']],
    ['firstTimeSetupPassed=1', ['done']],
    ['firstTimeSetupPassed=false', ['not done', 'new']],
    ['firstTimeSetupPassed=0', ['not done', 'new']],
    ['firstTimeSetupPassed=true&firstTimeSetupPassed=false', ['not done', 'new']],
    ['firstTimeSetupPassed=false&title=new', ['new']],
    ['firstTimeSetupPassed=true&title=new', []],
  ])('%s', async (query, titles) => {
    expect(await workflows(query)).toEqual(titles);
  });

  it.each(['=', '', '=TRUE', '=yes', '=2', '=-1', '=null', '[a]=true'])(
    'firstTimeSetupPassed%s is ignored',
    async (value) => {
      expect(await workflows(`firstTimeSetupPassed${value}`)).toEqual(['done', 'not done', 'new']);
    },
  );

  it.each([
    ['first_time_setup_required=true', []],
    ['first_time_setup_required=1', []],
    ['first_time_setup_required=false', ['done', 'not done', 'new']],
    ['first_time_setup_required=0', ['done', 'not done', 'new']],
    ['first_time_setup_required=', ['done', 'not done', 'new']],
    ['first_time_setup_required=maybe', ['done', 'not done', 'new']],
    ['tag=shop', []],
    ['tag=', ['done', 'not done', 'new']],
  ])('%s agrees with workflows, which have no tags and require no set-up', async (query, titles) => {
    expect(await workflows(query)).toEqual(titles);
  });
});
