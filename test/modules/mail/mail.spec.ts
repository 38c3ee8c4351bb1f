import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { html } from '../../../src/core/http/html.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { Mailer } from '../../../src/modules/mail/mailer.js';
import { renderMail } from '../../../src/modules/mail/mail-template.js';
import { MailService } from '../../../src/modules/mail/mail.service.js';
import { confirm, newAddress, sendMail } from '../../support/accounts.js';
import { onEachApi, startServer, type Api } from '../../support/api.js';
import { partsOf, Postbox, type Received } from '../../support/postbox.js';

const linkIn = (raw: string): string =>
  /https?:\/\/\S+\/security\/verify-email\/[a-z2-7]+/.exec(partsOf(raw).text)?.[0] ?? '';

const MINUTE = 60_000;

const waiting = async (api: Api): Promise<number> =>
  Number((await api.db().read('SELECT COUNT(*) FROM mails', []))[0]?.[0]);

const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();
afterAll(() => postbox.close());

onEachApi(
  (api) => {
    afterEach(() => {
      postbox.answer = 250;
      api.setTime(undefined);
    });

    const signUp = async (email = newAddress()): Promise<string> => {
      expect((await api.anonymous().post('/security/signup', { email })).status).toBe(200);
      return email;
    };

    it('a sign-up sends one mail with a link that works', async () => {
      const email = await signUp();
      await sendMail(api);
      const [mail, ...others] = postbox.to(email);
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ from: 'post@waybill.example', to: [email] });
      const { raw } = mail as Received;
      expect(raw).toContain('From: Post office <post@waybill.example>');
      expect(raw).toContain('Subject: Confirm your e-mail address');
      expect(raw).toMatch(/Message-ID: <[\da-f-]{36}@waybill\.example>/);
      expect(raw).toContain('Content-Type: text/plain');
      expect(raw).toContain('Content-Type: text/html');
      const link = linkIn(raw);
      expect(link).toMatch(/^https:\/\/waybill\.example\/security\/verify-email\//);
      expect((await confirm(api, email, link.split('/').at(-1) ?? '')).id).toEqual(expect.any(String));
      expect(await waiting(api)).toBe(0);
    });

    it('mail that a clock which was ahead has put off goes out', async () => {
      const email = await signUp();
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE mails SET dueAt = ?', [toStored(Date.now() + 5 * 60 * MINUTE)]),
        );
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
      expect(await waiting(api)).toBe(0);
    });

    it('mail that a process has claimed when it is told to stop is due at once for others', async () => {
      const email = await signUp();
      const other = await startServer(api.database.url(), { SMTP_URL: postbox.url(), WORKER: '0' });
      const mailer = other.app.get(Mailer);
      await mailer.beforeApplicationShutdown();
      expect(await mailer.send()).toBe(0);
      await other.app.close();
      expect(postbox.to(email)).toEqual([]);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
    });

    it('an address that has an account gets another mail', async () => {
      const email = await signUp();
      await sendMail(api);
      await confirm(
        api,
        email,
        linkIn(postbox.to(email)[0]?.raw ?? '')
          .split('/')
          .at(-1) ?? '',
      );
      await signUp(email.toUpperCase());
      await sendMail(api);
      const [, second] = postbox.to(email);
      expect(second?.raw).toContain('Subject: Choose a new password');
    });

    it('a mail that is not taken now is sent again, later and later', async () => {
      const now = Date.now();
      api.setTime(now);
      const email = await signUp();
      postbox.answer = 451;
      await sendMail(api);
      expect(await waiting(api)).toBe(1);
      // not before the pause is over
      postbox.answer = 250;
      await sendMail(api);
      expect(postbox.to(email)).toEqual([]);
      api.setTime(now + MINUTE);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
      expect(await waiting(api)).toBe(0);
    });

    it('a mail that is refused for good is given up, and one that nobody takes for a day', async () => {
      const now = Date.now();
      api.setTime(now);
      const refused = await signUp();
      postbox.answer = 550;
      await sendMail(api);
      expect(await waiting(api)).toBe(0);
      const late = await signUp();
      postbox.answer = 451;
      await sendMail(api);
      api.setTime(now + 25 * 60 * MINUTE);
      await sendMail(api);
      expect(await waiting(api)).toBe(0);
      expect([...postbox.to(refused), ...postbox.to(late)]).toEqual([]);
    });

    it('waits while the mail server is away, and requests do not', async () => {
      const now = Date.now();
      api.setTime(now);
      await postbox.close();
      const began = performance.now();
      const email = await signUp();
      expect(performance.now() - began).toBeLessThan(2000);
      await sendMail(api);
      expect(await waiting(api)).toBe(1);
      await postbox.open();
      api.setTime(now + MINUTE);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
    });

    it('is sent once by several processes', async () => {
      const emails: string[] = [];
      for (let count = 0; count < 8; count++) emails.push(await signUp());
      const other = await startServer(api.database.url(), { SMTP_URL: postbox.url(), WORKER: '0' });
      try {
        await Promise.all([sendMail(api), other.app.get(Mailer).send(), sendMail(api)]);
        // nobody waits for what another one sends
        for (let times = 0; (await waiting(api)) > 0 && times < 50; times++)
          await new Promise((resolve) => setTimeout(resolve, 100));
      } finally {
        await other.app.close();
      }
      expect(emails.map((email) => postbox.to(email).length)).toEqual(emails.map(() => 1));
    });

    it('of a process that died while it sent is taken over', async () => {
      const now = Date.now();
      api.setTime(now);
      const email = await signUp();
      // claimed, and never sent
      const lease = new Date(now + 5 * MINUTE).toISOString().replace('T', ' ').replace('Z', '000');
      await api.db().transaction((transaction) => transaction.run('UPDATE mails SET dueAt = ?', [lease]));
      await sendMail(api);
      expect(postbox.to(email)).toEqual([]);
      api.setTime(now + 6 * MINUTE);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
    });

    it('is not there when its unit of work is not', async () => {
      const mails = api.provider(MailService);
      const to = newAddress();
      const letter = renderMail(to, {
        subject: 'x',
        before: [],
        link: { label: 'x', url: 'https://x' },
        after: [],
      });
      const failing = api.db().transaction(async (transaction) => {
        await mails.queue(transaction, letter);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await sendMail(api);
      expect(postbox.to(to)).toEqual([]);
    });
  },
  {
    SMTP_URL: postbox.url(),
    WORKER: '0',
    MAIL_FROM: 'Post office <post@waybill.example>',
    PUBLIC_URL: 'https://waybill.example',
  },
);

onEachApi(
  (api) => {
    it('without a mail server the log has the link, and neither address nor text', async () => {
      const lines: unknown[] = [];
      const spy = jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => {
        lines.push(line);
      });
      try {
        const email = newAddress();
        await api.anonymous().post('/security/signup', { email });
        await sendMail(api);
        expect(JSON.stringify(lines)).not.toContain(email);
        const [line] = lines as { msg: string; links: string[] }[];
        expect(line?.msg).toBe('no SMTP_URL: mail is not sent');
        const code = line?.links[0]?.split('/').at(-1) ?? '';
        expect((await confirm(api, email, code)).email).toBe(email);
      } finally {
        spy.mockRestore();
      }
    });
  },
  { WORKER: '0' },
);

describe('a letter', () => {
  let letter: ReturnType<typeof renderMail>;
  beforeAll(() => {
    letter = renderMail('ada@example.com', {
      subject: 'Join\r\nBcc: everybody@example.com',
      before: ['You <b>are</b> invited & welcome.'],
      link: { label: 'Join "now"', url: 'https://x/?a=1&b="2"' },
      after: [],
    });
  });

  it('says the same in text and in HTML, where nothing typed is markup', () => {
    expect(letter.text).toBe('You <b>are</b> invited & welcome.\n\nhttps://x/?a=1&b="2"\n');
    expect(letter.html).toContain('<p>You &lt;b&gt;are&lt;/b&gt; invited &amp; welcome.</p>');
    expect(letter.html).toContain('<a href="https://x/?a=1&amp;b=&quot;2&quot;">Join &quot;now&quot;</a>');
  });

  it('has a subject of one line', () => {
    expect(letter.subject).toBe('Join Bcc: everybody@example.com');
  });
});

it('a piece of HTML escapes what is no HTML, and leaves nothing out of nothing', () => {
  const list = [html`<i>${'<'}</i>`, '>'];
  expect(html`a${list}b${null}${undefined}${false}${0}${"'"}`.text).toBe('a<i>&lt;</i>&gt;b0&#39;');
});
