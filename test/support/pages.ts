import { sendForm } from './accounts.js';
import type { Answer, Api } from './api.js';

/** A browser: it keeps cookies, and shows where it is sent. */
export class Browser {
  cookies = new Map<string, string>();

  /** `more`: headers of each request. */
  constructor(
    private readonly api: Api,
    private readonly more: Readonly<Record<string, string>> = {},
  ) {}

  async get(path: string): Promise<Answer> {
    const headers = { ...this.more, cookie: this.header(), accept: 'text/html' };
    return this.kept(await this.api.anonymous().send('GET', path, { headers, redirect: 'manual' }));
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.kept(await sendForm(this.api, path, fields, { ...this.more, cookie: this.header() }));
  }

  /** Presses a button of the page's form. */
  async press(page: Answer, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const text = page.body as string;
    const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const path = (/action="(\/[^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    return this.post(path, { token, action, ...fields });
  }

  private header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private kept(answer: Answer): Answer {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }
}
