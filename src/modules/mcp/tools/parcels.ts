import { Flag, IdOrIri, Text } from '../../../core/http/dto/fields.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { idIs } from '../../../core/query/collection-query.js';
import type { Caller } from '../../../core/store/caller.js';
import type { Store } from '../../../core/store/store.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import type { ParcelChecks } from '../../tracking/parcel-checks.js';
import type { LinkMail } from '../../tracking-pages/link-mail.js';
import { linkFilterFrom } from '../../tracking-pages/link-filter.js';
import { trackingPageResource } from '../../tracking-pages/tracking-page.resource.js';
import type { TrackingPageLinks } from '../../tracking-pages/tracking-page-links.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { findShipment, readList, stepTo } from '../lists.js';
import { SHIPMENT_ROW, shipmentRow } from '../rows.js';
import { workspaceOf } from '../places.js';
import { type Tool, writingTool } from '../tool.js';

/** Milliseconds that a tracking provider is waited for. */
const PROVIDER_TIMEOUT_MS = 8_000;

class OneShipment {
  @Text({ required: true, description: 'Its id, its tracking number, or its `uri`.' })
  readonly shipment!: string;
}

class TrackingLink extends OneShipment {
  @Flag({ description: 'Sends the link to the address that the shipment has, too.' })
  readonly send!: boolean;

  @IdOrIri({
    description:
      "The tracking page; the first enabled one of the shipment's workspace where nothing is said.",
  })
  readonly trackingPage?: string;
}

interface ParcelServices {
  readonly store: Store;
  readonly checks: ParcelChecks;
  readonly links: TrackingPageLinks;
  readonly mail: LinkMail;
}

/** Tools that reach somebody outside. */
export function parcelTools({ store, checks, links, mail }: ParcelServices): readonly Tool[] {
  const pageFor = async (named: string | undefined, workspace: string, caller: Caller) => {
    if (named !== undefined) return links.pageOf(named, caller);
    const step = stepTo(workspaceResource, workspaceOf(workspace, caller), 'tracking_pages');
    const { items } = await readList(store, trackingPageResource, 'itemsPerPage=100', caller, [step]);
    const page = items.find(({ enabled }) => enabled === true);
    if (!page)
      throw new BadInput(
        'The workspace has no enabled tracking page. Make one in the dashboard, or POST /tracking_pages.',
      );
    return links.pageOf(iriOf(trackingPageResource, String(page.id)), caller);
  };

  return [
    writingTool({
      name: 'retrack',
      title: 'Ask the carrier again',
      description: 'Asks the tracking provider where a parcel is, now, and answers what is known then.',
      input: OneShipment,
      output: objectSchema({ shipment: SHIPMENT_ROW }),
      hints: { openWorldHint: true, idempotentHint: true },
      run: async ({ shipment: name }, caller) => {
        const before = await findShipment(store, name, caller);
        if (before.trackingNumber === null)
          throw new BadInput('The shipment has no tracking number, so no carrier can be asked.');
        const id = String(before.id);
        const rows = await store.rows(shipmentResource, idIs(id), caller);
        await checks.checkThese(
          rows.map(({ pk }) => pk),
          PROVIDER_TIMEOUT_MS,
          () => null,
        );
        return { shipment: shipmentRow(await store.item(shipmentResource, id, caller, false)) };
      },
    }),
    writingTool({
      name: 'tracking_link',
      title: 'Tracking link for a customer',
      description:
        'Makes the link to the page on which a customer follows a shipment, and sends it where that is asked for.',
      input: TrackingLink,
      output: objectSchema({ link: { type: 'string', format: 'uri' }, isSent: { type: 'boolean' } }),
      hints: { openWorldHint: true, idempotentHint: true },
      run: async ({ shipment: name, send, trackingPage }, caller) => {
        const shipment = await findShipment(store, name, caller);
        const page = await pageFor(trackingPage, String(shipment.workspace), caller);
        const filter = linkFilterFrom({ id: [String(shipment.id)] });
        const { email, trackingNumber } = shipment;
        const [link] = await links.make([{ page, filter, preview: false }]);
        if (!send) return { link: link?.url, isSent: false };
        if (!mail.isOn)
          throw new BadInput(
            'This server sends no mail. Call again without "send", and give the link to the user.',
          );
        if (typeof email !== 'string')
          throw new BadInput('The shipment has no address that a mail could go to.');
        const isSent = await mail.sendParcel(page, {
          id: String(shipment.id),
          email,
          trackingNumber: typeof trackingNumber === 'string' ? trackingNumber : null,
        });
        if (!isSent)
          throw new BadInput(
            `This customer got the link, or several mails, within the last hour. The link is ${link?.url}`,
          );
        return { link: link?.url, isSent: true };
      },
    }),
  ];
}
