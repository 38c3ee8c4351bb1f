import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { client, onEachApi, signIn, type Body, type Client } from '../support/api.js';

const JSON_TYPE = { 'content-type': 'application/json', accept: 'application/ld+json' };

onEachApi(
  (api) => {
    /** What the SDK shows of a refusal. */
    const description = (body: Body): string => body['hydra:description'] as string;

    describe("the PHP SDK's test-suite", () => {
      it('runs from a sign-up to a shipment, in its order', async () => {
        const anonymous = api.anonymous();
        const email = `dpoddubny+${randomBytes(6).toString('hex')}@gmail.com`;

        const signedUp = await anonymous.post('/security/signup', { email }, JSON_TYPE);
        expect(signedUp.status).toBe(200);

        const { body: confirmation } = await anonymous.get(`/public/user-confirmation-link/${email}`);
        const code = (confirmation.link as string).split('/').at(-1);

        const verified = await anonymous.post('/security/verify-email', { code }, JSON_TYPE);
        expect(verified.status).toBe(200);
        expect(verified.body).toMatchObject({
          token: { access_token: expect.any(String), token_type: 'bearer' },
          user: { id: expect.any(String) },
        });
        const userId = verified.body.user.id as string;
        const user: Client = client(api.url(), verified.body.token.access_token as string);

        const subdomain = randomBytes(7).toString('hex').slice(0, 13);
        const workspace = await user.post(
          '/workspaces',
          {
            team: { name: 'my team' },
            title: 'my company',
            defaultTrackingPage: { title: 'my company', subdomain },
          },
          JSON_TYPE,
        );
        expect(workspace).toMatchObject({ status: 201, body: { id: expect.any(String) } });
        const workspaceIri = `/workspaces/${workspace.body.id}`;

        const own = await user.get(`/users/${userId}`);
        expect(own).toMatchObject({ status: 200, body: { email, emailVerified: true } });

        for (let times = 0; times < 2; times++) {
          const fake = await anonymous.get(
            '/oauth/v2/token?client_id=fake&client_secret=fake&grant_type=client_credentials',
          );
          expect(fake).toMatchObject({
            status: 400,
            body: {
              error: 'invalid_client',
              error_description: 'The client credentials are invalid',
            },
          });
        }

        const unknown = await user.get('/workspaces/1720693b-5af8-4fe6-9ae5-ef7d1b1fb3ab');
        expect(unknown.status).toBe(404);
        expect(description(unknown.body)).toBe('Not Found');

        const blank = await user.post('/shipments', '[]', JSON_TYPE);
        expect(blank.status).toBe(400);
        expect(description(blank.body)).toBe('workspace: This value should not be blank.');

        const { body: workspaces } = await user.get('/workspaces');
        expect(workspaces['hydra:member'].map(({ title }: Body) => title as string)).toEqual(['my company']);

        const made = await user.post(
          '/oauth_clients',
          { name: 'test', redirectUris: ['https://localhost'] },
          JSON_TYPE,
        );
        expect(made.status).toBe(201);
        const { publicId, secret } = made.body as { publicId: string; secret: string };
        const program = await signIn(api.url(), { clientId: publicId, clientSecret: secret });
        expect(await program.get(`/users/${userId}`)).toMatchObject({ status: 200, body: { email } });

        const empty = await program.get(`${workspaceIri}/shipments`);
        expect(empty).toMatchObject({ status: 200, body: { 'hydra:member': [] } });
        const shipment = await program.post(
          '/shipments',
          { workspace: workspaceIri, trackingNumber: 'TN1' },
          JSON_TYPE,
        );
        expect(shipment).toMatchObject({ status: 201, body: { trackingNumber: 'TN1' } });
        const { body: one } = await program.get(`${workspaceIri}/shipments`);
        expect(one['hydra:member']).toHaveLength(1);

        const carriers = await program.get('/public/carriers');
        expect(carriers.status).toBe(200);
        expect(carriers.body['hydra:member'].length).toBeGreaterThan(0);
      });
    });
  },
  { TEST_ENDPOINTS: '1' },
);
