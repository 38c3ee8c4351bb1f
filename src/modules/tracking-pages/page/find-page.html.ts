import { html, type Html } from '../../../core/http/html.js';
import { contact, type Frame } from './layout.html.js';

export interface FindView extends Frame {
  /** Where the form goes. */
  readonly action: string;
  /** In a frame of the shop's own page, what is found opens in the whole window. */
  readonly isWidget: boolean;
  readonly alert?: string | undefined;
  readonly typed: Readonly<Record<string, string>>;
}

/** A form that leads a customer to a parcel. */
export function findPage(view: FindView): Html {
  const { action, alert, isWidget, typed, words } = view;
  const { say } = words;
  const input = (name: string, label: string, autocomplete = 'off'): Html =>
    html`<label class="field" for="${name}">${label}</label>
      <input
        type="text"
        id="${name}"
        name="${name}"
        value="${typed[name] ?? ''}"
        maxlength="255"
        autocomplete="${autocomplete}"
      />`;
  return html`<section class="card">
      <h1>${say('find')}</h1>
      <p class="advice">${say('findIntro')}</p>
      ${alert !== undefined && html`<p role="alert">${alert}</p>`}
      <form method="post" action="${action}" target="${isWidget ? '_blank' : '_self'}">
        ${input('orderNumber', say('findOrderNumber'))}
        ${input('emailOrPostcode', say('findEmailOrPostcode'), 'email')}
        <p class="or">${say('findOr')}</p>
        ${input('trackingNumber', say('trackingNumber'))}
        <button>${say('findSearch')}</button>
      </form>
    </section>
    ${!isWidget && contact(view)}`;
}
