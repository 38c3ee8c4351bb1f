import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { condition } from '../../../core/metadata/condition.js';
import { ClientError } from '../../../core/metadata/errors.js';
import { PredictionsService } from '../../predictions/predictions.service.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import type { ResolvedLink } from '../../tracking-pages/resolve-link.js';
import { resolveLink } from '../../tracking-pages/resolve-link.js';
import { openPage } from '../../tracking-pages/read-public-page.js';
import { type Link, TrackingPageLinks } from '../../tracking-pages/tracking-page-links.js';
import { TrackingPage } from '../../tracking-pages/tracking-page.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import type { Channel, MessageEvent } from '../events/message-events.js';
import type { MessageLanguage } from '../languages/index.js';
import {
  type CompiledTemplate,
  compiledDefault,
  type RenderedMessage,
  renderTemplate,
} from '../templates/compiled-template.js';
import { MessageTemplate } from '../templates/message-template.entity.js';
import { valuesOf } from './values.js';

const s = sqlNames(Shipment, 's');
const w = sqlNames(Workspace, 'w');
const p = sqlNames(TrackingPage, 'p');
const t = sqlNames(MessageTemplate, 't');

/** Parcels beside the first that a message tells of. */
const MAX_FURTHER_TRACKS = 19;

/** What a message is about, and in which words. */
export interface ContentRequest {
  readonly shipmentPk: number;
  readonly event: MessageEvent;
  readonly channel: Channel;
  readonly language: MessageLanguage;
  /** What to say instead of the workspace's own template, or the usual one. */
  readonly template?: CompiledTemplate | undefined;
  readonly unsubscribeUrl: string;
  /** What a shop says in this message alone. */
  readonly comment?: string | null;
}

export interface MessageContent extends RenderedMessage {
  /** The shop's name, for the sender of an e-mail. */
  readonly shop: string;
}

interface Told {
  readonly id: string;
  /** Ids of its further tracks: what comes in more than one parcel. */
  readonly furtherIds: readonly string[];
  readonly workspacePk: number;
  readonly workspace: string;
  readonly firstName: string | null;
  readonly comment: string | null;
  readonly defaultPagePk: number | null;
}

/** Makes what messages say, of what their recipient may know: the tracking page, and the recipient's own name. */
@Injectable()
export class MessageContents {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: TrackingPageLinks,
    private readonly predictions: PredictionsService,
  ) {}

  /** Undefined when the shipment is gone. */
  async of(request: ContentRequest): Promise<MessageContent | undefined> {
    const { shipmentPk, event, channel, language, unsubscribeUrl } = request;
    const told = await this.told(shipmentPk);
    if (!told) return undefined;
    const link = await this.linkTo(told);
    const opened = link && (await resolveLink(link.hash, this.database, this.clock.now()));
    const page: ResolvedLink = opened ?? withoutPage(told);
    const shown = await openPage(page, this.database);
    const shipment = shown.page.shipments.find(({ id }) => id === told.id);
    if (!shipment) return undefined;
    const [state] = await this.predictions.shipments([told.id], told.workspacePk);
    const [prediction] = state ? await this.predictions.ofShipments([state]) : [];
    const values = valuesOf({
      shipment,
      branding: page.branding,
      zone: shown.zones.get(told.id) ?? 'UTC',
      deliveredAt: shown.deliveredAt.get(told.id),
      shop: page.page.title ?? told.workspace,
      firstName: told.firstName,
      // pages have the newest first
      trackingNumbers: shown.page.shipments.map(({ trackingNumber }) => trackingNumber).toReversed(),
      comments: [told.comment, request.comment],
      url: opened && link ? link.url : '',
      takesReviews: page.page.reviewsEnabled && !shipment.reviewed,
      unsubscribeUrl,
      prediction,
      language,
      now: this.clock.now(),
    });
    const template =
      request.template ??
      (await this.own(told.workspacePk, event, channel, language)) ??
      compiledDefault(event, channel, language);
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    return { ...renderTemplate(template, values, direction, language), shop: values.shop };
  }

  private async told(shipmentPk: number): Promise<Told | undefined> {
    const [row] = await this.database.read(
      `SELECT ${s.id}, ${s.workspacePk}, ${w.title}, ${s['address.firstName']}, ${s.comments}, ${w.defaultTrackingPagePk}
        FROM ${s.table} JOIN ${w.table} ON ${w.pk} = ${s.workspacePk} WHERE ${s.pk} = ?`,
      [shipmentPk],
    );
    if (!row) return undefined;
    const further = await this.database.read(
      `SELECT ${s.id} FROM ${s.table} WHERE ${s.parentPk} = ? ORDER BY ${s.pk} LIMIT ${MAX_FURTHER_TRACKS}`,
      [shipmentPk],
    );
    const [id, workspacePk, workspace, firstName, comment, defaultPagePk] = row;
    return {
      id,
      furtherIds: further.map(([each]) => each as string),
      workspacePk,
      workspace,
      firstName,
      comment,
      defaultPagePk,
    } as Told;
  }

  /** A link to the shipment alone, on the workspace's page; undefined where it has none that is enabled. */
  private async linkTo({ id, furtherIds, workspacePk, defaultPagePk }: Told): Promise<Link | undefined> {
    const first = condition(`CASE WHEN ${p.pk} = ? THEN 0 ELSE 1 END`, defaultPagePk);
    const [row] = await this.database.read(
      `SELECT ${p.subdomain} FROM ${p.table} WHERE ${p.workspacePk} = ? AND ${p.enabled} = 1 ORDER BY ${first.sql}, ${p.pk} LIMIT 1`,
      [workspacePk, ...first.params],
    );
    const page = row && (await this.links.enabledPage(row[0] as string));
    if (!page) return undefined;
    try {
      const [link] = await this.links.make([
        { page, filter: { id: [id, ...furtherIds].toSorted() }, preview: false },
      ]);
      return link;
    } catch (error) {
      // there are as many links as there may be: the message goes out without one
      if (error instanceof ClientError) return undefined;
      throw error;
    }
  }

  /** The workspace's own template, compiled when it was saved. */
  private async own(
    workspacePk: number,
    event: MessageEvent,
    channel: Channel,
    language: MessageLanguage,
  ): Promise<CompiledTemplate | undefined> {
    const [row] = await this.database.read(
      `SELECT ${t.subject}, ${t.text}, ${t.html} FROM ${t.table}
        WHERE ${t.workspacePk} = ? AND ${t.event} = ? AND ${t.channel} = ? AND ${t.language} = ?`,
      [workspacePk, event, channel, language],
    );
    return (
      row && { subject: (row[0] ?? '') as string, text: row[1] as string, html: (row[2] ?? '') as string }
    );
  }
}

/** What is shown of a shipment whose workspace has no tracking page. */
const withoutPage = ({ id, furtherIds, workspacePk }: Told): ResolvedLink => ({
  workspacePk,
  filter: { id: [id, ...furtherIds] },
  preview: false,
  page: {
    title: null,
    subdomain: '',
    reviewsEnabled: false,
    sidebarField: null,
    trackingNumberField: null,
    customThemeId: null,
    builder: {},
  },
  branding: {},
  dropshipper: (shipment) => shipment,
});
