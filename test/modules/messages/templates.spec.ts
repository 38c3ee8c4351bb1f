import { describe, expect, it } from '@jest/globals';
import { CHANNELS, MESSAGE_EVENTS } from '../../../src/modules/messages/events/message-events.js';
import { MESSAGE_LANGUAGES } from '../../../src/modules/messages/languages/index.js';
import {
  compiledDefault,
  compileTemplate,
  renderTemplate,
} from '../../../src/modules/messages/templates/compiled-template.js';
import { defaultTemplate } from '../../../src/modules/messages/templates/default-template.js';
import { type Values, VARIABLES } from '../../../src/modules/messages/templates/variables.js';

const values = (some: Partial<Values> = {}): Values => ({
  ...(Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])) as unknown as Values),
  font: 'system-ui, sans-serif',
  accent_color: '#1a56b0',
  ...some,
});

const mjml = (content: string): string =>
  `<mjml><mj-body><mj-section><mj-column>${content}</mj-column></mj-section></mj-body></mjml>`;

const problemOf = (content: string): string | undefined =>
  compileTemplate({ subject: 'x', mjml: mjml(content), text: 'x' }, 'email').problems[0]?.sentence;

describe('default templates', () => {
  it.each(MESSAGE_LANGUAGES)(
    'in %s can be sent for every event and channel, without a doubled or left-over brace',
    (language) => {
      for (const event of MESSAGE_EVENTS)
        for (const channel of CHANNELS) {
          const some = values({
            shop: 'Tea & <Cups>',
            first_name: 'Ada',
            order_number: '100',
            tracking_url: 'https://w.example/x',
          });
          const { subject, text, html } = renderTemplate(
            compiledDefault(event, channel, language),
            some,
            'ltr',
            language,
          );
          expect(`${subject}${text}${html}`).not.toMatch(/\{\{|\}\}|undefined/);
          expect(text).toContain('Tea & <Cups>');
          if (channel === 'sms') expect(text.length).toBeLessThan(160);
          else expect(html).toContain('Tea &amp; &lt;Cups&gt;');
        }
    },
  );

  it('are templates that a shop could save itself', () => {
    expect(compileTemplate(defaultTemplate('shipped', 'email', 'en'), 'email').problems).toEqual([]);
  });
});

describe('a template', () => {
  it.each([
    ['{{nobody}}', 'There is no variable "nobody".'],
    ['{{ shop', 'There are braces that belong to no variable.'],
    ['{{#shop}}x', '"{{#shop}}" is not ended.'],
    ['{{/shop}}', '"{{/shop}}" ends nothing.'],
    ['<script>alert(1)</script>', '"<script>" may not be used in "<mj-text>".'],
    ['<img src="x" onerror="alert(1)">', '"<img>" may not be used in "<mj-text>".'],
    ['<b onclick="x">a</b>', 'The attribute "onclick" may not be used.'],
    ['<a href="https://evil.example">a</a>', '"href" may be one of'],
    ['<a href="javascript:alert(1)">a</a>', '"href" may be one of'],
    ['<a href="{{shop}}">a</a>', '"href" may be one of'],
    ['see https://evil.example/x', 'There is an address in it'],
    ['see evil.example', 'There is an address in it'],
    ['<b style="background:url(https://x.example)">a</b>', '"style"'],
    ['<b style="color:{{shop}}">a</b>', '"{{shop}}" may not stand there.'],
    ['{{tracking_url}}', '"{{tracking_url}}" may not stand there.'],
    ['<form><input></form>', '"<form>" may not be used in "<mj-text>".'],
    ['a < b', 'There is a "<" that begins no element.'],
    ['<b>a', '"</mj-text>" ends nothing.'],
  ])('with %s is refused', (content, sentence) => {
    expect(problemOf(`<mj-text>${content}</mj-text>`)).toContain(sentence);
  });

  it.each([
    ['<mj-raw><script></script></mj-raw>', '"<mj-raw>" may not be used'],
    ['<mj-include path="/etc/passwd" />', '"<mj-include>" may not be used'],
    ['words', 'There may be no text in "<mj-column>".'],
    ['<mj-image src="http://x.example/a.png" />', '"src" may be'],
    ['<mj-image src="javascript:alert(1)" />', '"src" may be'],
    ['<mj-button href="https://evil.example">a</mj-button>', '"href" may be one of'],
    ['<mj-text color="red;background:url(x)">a</mj-text>', '"color" has a value'],
    ['<mj-text color="url(x)">a</mj-text>', '"color" has a value'],
  ])('whose column has %s is refused', (content, sentence) => {
    expect(problemOf(content)).toContain(sentence);
  });

  it('puts in values that are no markup, no header and no variable', () => {
    const { compiled } = compileTemplate(
      {
        subject: 'Hi {{first_name}}',
        mjml: mjml(
          '<mj-text>{{first_name}}<br>{{items}}</mj-text><mj-button href="{{ tracking_url }}">go</mj-button>',
        ),
        text: '{{#carrier}}by {{carrier}}{{/carrier}}{{^carrier}}by nobody{{/carrier}}',
      },
      'email',
    );
    const { subject, html, text } = renderTemplate(
      compiled!,
      values({
        first_name: '<b>\r\nBcc: x@y.example {{shop}}',
        items: '1 × <i>\n2 × b',
        tracking_url: 'https://w.example/?a=1&b="2"',
      }),
      'ltr',
      'en',
    );
    expect(subject).toBe('Hi <b> Bcc: x@y.example {{shop}}');
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('1 × &lt;i&gt;<br />2 × b');
    expect(html).toContain('href="https://w.example/?a=1&amp;b=&quot;2&quot;"');
    expect(text).toBe('by nobody\n');
  });

  it('in Arabic reads from right to left', () => {
    const { html } = renderTemplate(compiledDefault('shipped', 'email', 'ar'), values(), 'rtl', 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(html).not.toContain('direction:ltr');
    expect(html).not.toContain('text-align:left');
  });
});
