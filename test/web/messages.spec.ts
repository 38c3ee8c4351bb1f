import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MessageWorker } from '../../src/modules/messages/sending/message-worker.js';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';
import { hasBrowser, type Visit } from '../support/browser.js';
import { isComplaint, openDashboard } from '../support/dashboard.js';
import { eventually } from '../support/receiver.js';

// a browser each, on a machine that may be busy
jest.setTimeout(180_000);

if (hasBrowser())
  onEachApi(
    (api) => {
      describe('the screens of messages', () => {
        let tenant: TenantClient;
        let parcel: Body;
        let visit: Visit;
        beforeAll(async () => {
          tenant = await api.tenant(['Tea house']);
          const { workspace } = tenant;
          parcel = await tenant.make('/shipments', {
            workspace,
            trackingNumber: `WB${Date.now()}`,
            originCarrier: 'gls',
            email: 'ada@example.com',
            address: { firstName: 'Ada', city: 'London', countryIso2: 'GB' },
          });
          visit = await openDashboard(api, tenant);
        });
        afterAll(() => visit.close());

        const path = (screen: string): string =>
          `${api.url()}/app${tenant.workspace.replace('orkspaces', '')}/${screen}`;
        const members = async (list: string): Promise<Body[]> =>
          (await tenant.get(`${tenant.workspace}/${list}`)).body['hydra:member'] as Body[];

        it('switch an event on and off, and say when it is told', async () => {
          const { page } = visit;
          await page.goto(path('settings?tab=messages'));
          await page.getByRole('switch', { name: 'On its way: E-mail' }).press(' ');
          await page.getByRole('switch', { name: 'On its way: E-mail', checked: true }).waitFor();
          await page.getByRole('combobox', { name: 'On its way: Delay' }).click();
          await page.getByRole('option', { name: 'after 2 hours' }).click();
          await eventually('the delay is kept', async () => {
            const [rule] = await members('message_rules');
            return rule?.event === 'shipped' && rule.enabled === true && rule.delayMinutes === 120;
          });
        });

        it('keep who messages come from, and take no answers to what is no address', async () => {
          const { page } = visit;
          await page.goto(path('settings?tab=messages'));
          const form = page.getByRole('region', { name: 'Sender and times' });
          await form.getByLabel('Sender’s name').fill('Tea house');
          await form.getByLabel('Answers go to').fill('nobody');
          await form.getByRole('button', { name: 'Save' }).click();
          await form.getByText('This value is not a valid email address.').waitFor();
          await form.getByLabel('Answers go to').fill('help@example.com');
          await form.getByRole('button', { name: 'Save' }).click();
          await page.getByText('Saved.').first().waitFor();
          expect(await members('message_settings')).toMatchObject([
            { senderName: 'Tea house', replyTo: 'help@example.com', quietFrom: '21:00' },
          ]);
        });

        it('say what is wrong with a template when it is saved, and show it with a real parcel', async () => {
          const { page } = visit;
          await page.goto(path('settings?tab=messages&event=shipped'));
          const mail = page.frameLocator('iframe[title=Preview]');
          await mail.getByRole('heading', { name: 'Your parcel is on its way' }).waitFor();
          await page.getByLabel('Subject').fill('Off it goes, {{nobody}}');
          await page.getByRole('button', { name: 'Save template' }).click();
          await page.getByText('There is no variable "nobody".').waitFor();
          await page.getByLabel('Subject').fill('Off it goes, {{first_name}}');
          await page.getByRole('button', { name: 'Save template' }).click();
          await page.getByText('Off it goes, Ada', { exact: true }).waitFor();
          const [template] = await members('message_templates');
          expect(template).toMatchObject({
            event: 'shipped',
            language: 'en',
            subject: 'Off it goes, {{first_name}}',
          });
          await page.getByRole('button', { name: 'Back to the usual words' }).click();
          await page.getByRole('dialog').getByRole('button', { name: 'Back to the usual words' }).click();
          await page.getByRole('button', { name: 'Back to the usual words' }).waitFor({ state: 'detached' });
          expect(await members('message_templates')).toEqual([]);
        });

        it('list who gets no more messages', async () => {
          const { page } = visit;
          await page.goto(path('settings?tab=messages'));
          const list = page.getByRole('region', { name: 'Who gets no more messages' });
          await list.getByLabel('Address or number').fill('grace@example.com');
          await list.getByRole('button', { name: 'Add', exact: true }).click();
          await list.getByRole('cell', { name: 'grace@example.com' }).waitFor();
          await list.getByText('added by you').waitFor();
        });

        it('show at a shipment what its customer was told, and why not', async () => {
          const operator = await api.operator();
          await operator.post('/tracking_updates', [
            {
              trackingNumber: parcel.trackingNumber,
              checkpoints: [{ date: new Date().toISOString(), status: 'in_transit', info: 'Seen' }],
            },
          ]);
          await api.provider(MessageWorker).work();
          const { page } = visit;
          await page.goto(path(`shipments/${parcel.id as string}`));
          const log = page.getByRole('region', { name: 'Messages' });
          await log.getByText('On its way', { exact: true }).waitFor();
          await log.getByText(/waiting/).waitFor();
          await log.getByText(/ada@example\.com · EN/).waitFor();
        });

        it('have the texts of the tracking page, in each language', async () => {
          const { page } = visit;
          await tenant.make('/tracking_pages', {
            workspace: tenant.workspace,
            title: 'Tea',
            subdomain: `t${Date.now()}`,
          });
          await page.goto(path('settings?tab=page'));
          await page.getByText('Texts of the page').click();
          await page.getByLabel('Search a text').fill('You need to do nothing');
          await page.getByLabel(/^You need to do nothing/).fill('Lean back.');
          await page.getByRole('button', { name: 'Save' }).click();
          await page.getByText('Saved.').first().waitFor();
          const [shown] = await members('tracking_pages');
          const { body } = await tenant.get(shown?.['@id'] as string);
          expect(body.branding.texts).toEqual({ en: { advice_in_transit: 'Lean back.' } });
        });

        it('complain of nothing', () => {
          expect(visit.complaints.filter(isComplaint)).toEqual([]);
        });
      });
    },
    { WORKER: '0' },
  );
