import { html } from '../../../core/http/html.js';

/** What the parts of a message say, each a template's text. */
export interface LayoutTexts {
  readonly title: string;
  readonly greeting: string;
  readonly text: string;
  /** The label and the variable of the button's address. */
  readonly button: { readonly label: string; readonly url: 'tracking_url' | 'review_url' };
  readonly expected: string;
  readonly order: string;
  readonly trackingNumber: string;
  readonly carrier: string;
  readonly contents: string;
  readonly questions: string;
  readonly why: string;
  readonly unsubscribe: string;
  /** The day of delivery is of no interest once it is there. */
  readonly showsExpected: boolean;
}

const row = (label: string, value: string): string =>
  `<tr><td style="padding:4px 16px 4px 0;color:#52606d;vertical-align:top">${label}</td><td style="padding:4px 0;vertical-align:top"><bdi>{{${value}}}</bdi></td></tr>`;

/** An e-mail that a shop may send as it is, and from which its own templates may begin. */
export const defaultMjml = (texts: LayoutTexts): string => {
  const say = (text: string): string => html`${text}`.text.replaceAll('&#39;', "'");
  return `<mjml>
  <mj-head>
    <mj-title>${say(texts.title)}</mj-title>
    <mj-preview>${say(texts.text)}</mj-preview>
    <mj-attributes>
      <mj-all font-family="{{font}}" />
      <mj-text font-size="16px" line-height="1.5" color="#1f2933" padding="0 32px 16px" />
      <mj-section background-color="#ffffff" padding="0" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f2f4f7">
    <mj-section background-color="#f2f4f7"><mj-column><mj-spacer height="24px" /></mj-column></mj-section>
    <mj-section border-top="4px solid {{accent_color}}" padding="24px 0 8px">
      <mj-column>
        {{#logo_url}}
        <mj-image src="{{logo_url}}" alt="{{shop}}" width="160px" align="center" padding="0 32px 16px" />
        {{/logo_url}}
        {{^logo_url}}
        <mj-text font-size="20px" font-weight="bold" align="center">{{shop}}</mj-text>
        {{/logo_url}}
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column>
        <mj-text font-size="26px" line-height="1.25" font-weight="bold" align="center" padding="8px 32px 24px"><h1 style="margin:0;font-size:26px;line-height:1.25">${say(texts.title)}</h1></mj-text>
        <mj-text>${say(texts.greeting)}</mj-text>
        <mj-text>${say(texts.text)}</mj-text>
        {{#comment}}
        <mj-text>{{comment}}</mj-text>
        {{/comment}}
${
  texts.showsExpected
    ? `        {{#expected_day}}
        <mj-text align="center" padding="8px 32px 16px"><span style="color:#52606d">${say(texts.expected)}</span><br /><strong style="font-size:20px">{{expected_day}}</strong></mj-text>
        {{/expected_day}}
`
    : ''
}        {{#${texts.button.url}}}
        <mj-button href="{{${texts.button.url}}}" background-color="{{accent_color}}" color="#ffffff" font-size="16px" font-weight="bold" border-radius="6px" inner-padding="14px 28px" padding="8px 32px 32px">${say(texts.button.label)}</mj-button>
        {{/${texts.button.url}}}
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column>
        <mj-divider border-color="#d9e2ec" border-width="1px" padding="0 32px 16px" />
        <mj-table font-size="15px" line-height="1.4" color="#1f2933" padding="0 32px 16px">{{#order_number}}${row(say(texts.order), 'order_number')}{{/order_number}}{{#tracking_number}}${row(say(texts.trackingNumber), 'tracking_number')}{{/tracking_number}}{{#carrier}}${row(say(texts.carrier), 'carrier')}{{/carrier}}</mj-table>
        {{#items}}
        <mj-text font-weight="bold" padding="8px 32px 4px">${say(texts.contents)}</mj-text>
        <mj-text font-size="15px" padding="0 32px 24px">{{items}}</mj-text>
        {{/items}}
      </mj-column>
    </mj-section>
    <mj-section background-color="#f2f4f7" padding="24px 0">
      <mj-column>
        {{#contact_email}}
        <mj-text font-size="14px" color="#3e4c59" align="center" padding="0 32px 8px">${say(texts.questions)} <a href="mailto:{{contact_email}}" style="color:#3e4c59">{{contact_email}}</a></mj-text>
        {{/contact_email}}
        <mj-text font-size="13px" color="#52606d" align="center" padding="0 32px 8px">${say(texts.why)}</mj-text>
        {{#unsubscribe_url}}
        <mj-text font-size="13px" color="#52606d" align="center" padding="0 32px 8px"><a href="{{unsubscribe_url}}" style="color:#52606d">${say(texts.unsubscribe)}</a></mj-text>
        {{/unsubscribe_url}}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
};

/** The same as plain text. */
export const defaultText = (texts: LayoutTexts): string =>
  `{{shop}}

${texts.greeting}

${texts.title}.

${texts.text}
{{#comment}}
{{comment}}
{{/comment}}${
    texts.showsExpected
      ? `{{#expected_day}}
${texts.expected}: {{expected_day}}
{{/expected_day}}`
      : ''
  }{{#${texts.button.url}}}
${texts.button.label}:
{{${texts.button.url}}}
{{/${texts.button.url}}}
{{#order_number}}${texts.order}: {{order_number}}
{{/order_number}}{{#tracking_number}}${texts.trackingNumber}: {{tracking_number}}
{{/tracking_number}}{{#carrier}}${texts.carrier}: {{carrier}}
{{/carrier}}{{#items}}
${texts.contents}:
{{items}}
{{/items}}
{{#contact_email}}${texts.questions} {{contact_email}}
{{/contact_email}}${texts.why}
{{#unsubscribe_url}}${texts.unsubscribe}:
{{unsubscribe_url}}
{{/unsubscribe_url}}`;
