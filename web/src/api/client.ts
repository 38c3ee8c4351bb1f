import { errorFrom, fetchOrFail } from './error';
import type { components } from './schema.gen';
import { renew, session, signIn } from './session';

export { ApiError, errorFrom, type Violation } from './error';

type Schemas = components['schemas'];

export type Shipment = Schemas['Shipment-Get.jsonld'];
export type Order = Schemas['Order-Get.jsonld'];
export type OrderItem = Schemas['OrderItem-Get.jsonld'];
export type ShipmentItem = Schemas['ShipmentItem-Get.jsonld'];
export type Checkpoint = Schemas['TrackingCheckpoint-Getc.jsonld'];
export type Workspace = Schemas['Workspace-Get.jsonld'];
export type Team = Schemas['Team-Get.jsonld'];
export type User = Schemas['User-Get.jsonld'];
export type SavedView = Schemas['SavedView-Get.jsonld'];
export type Status = Schemas['Status-Get.jsonld'];
export type Note = Schemas['Note-Get.jsonld'];
export type Workflow = Schemas['Workflow-Getc.jsonld'];
export type WorkflowRun = Schemas['WorkflowRun-Getc.jsonld'];
export type OauthClient = Schemas['OauthClient-Get.jsonld'];
export type AuditEntry = Schemas['AuditEntry-Get.jsonld'];
export type Member = Schemas['Member'];
export type DeliveryPrediction = Schemas['DeliveryPrediction-Getc.jsonld'];
export type StoreToken = Schemas['StoreToken'];
export type NewStoreToken = Schemas['NewStoreToken'];
export type ShipmentChange = Schemas['ShipmentChange'];
export type TrackingPage = Schemas['TrackingPage-Get.jsonld'];
export type Message = Schemas['Message-Getc.jsonld'];
export type MessageRule = Schemas['MessageRule-Get.jsonld'];
export type MessageSettings = Schemas['MessageSettings-Get.jsonld'];
export type MessageTemplate = Schemas['MessageTemplate-Getc.jsonld'];
export type MessagePreview = Schemas['MessagePreview'];
export type Suppression = Schemas['Suppression-Get.jsonld'];
export type Import = Schemas['Import-Get.jsonld'];
export type Carrier = Schemas['Carrier-Getc.jsonld'];
export type Country = Schemas['Country-Get.jsonld'];

/** A page of a list. */
export interface Page<T> {
  readonly members: readonly T[];
  readonly total: number;
  /** Where the next page is; undefined after the last. */
  readonly next: string | undefined;
}

interface HydraCollection<T> {
  readonly 'hydra:member': readonly T[];
  readonly 'hydra:totalItems'?: number;
  readonly 'hydra:view'?: { readonly 'hydra:next'?: string };
}

/**
 * A request by its path, for what a link or a list's own address names.
 * @param path `/workspaces/…/shipments?trackingStatus[]=in_transit`
 * @throws ApiError.
 */
export async function request<T>(
  path: string,
  init: RequestInit & { readonly json?: unknown } = {},
): Promise<T> {
  const { json, ...rest } = init;
  const send = async (token: string | undefined): Promise<Response> => {
    const headers = new Headers({ Accept: 'application/ld+json' });
    if (json !== undefined) headers.set('Content-Type', 'application/json');
    new Headers(rest.headers).forEach((value, name) => headers.set(name, value));
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    return fetchOrFail(path, {
      ...rest,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  };
  let response = await send((await session())?.token);
  if (response.status === 401) {
    const next = await renew();
    if (!next) signIn();
    else response = await send(next.token);
  }
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  if (!response.ok) throw errorFrom(response.status, body);
  return body as T;
}

/** A page of a list by cursor: pages neither repeat nor hide rows while others come and go. @throws ApiError. */
export async function page<T>(path: string, signal?: AbortSignal): Promise<Page<T>> {
  const collection = await request<HydraCollection<T>>(path, {
    headers: { Prefer: 'paging=cursor' },
    ...(signal ? { signal } : {}),
  });
  return {
    members: collection['hydra:member'],
    total: collection['hydra:totalItems'] ?? collection['hydra:member'].length,
    next: collection['hydra:view']?.['hydra:next'],
  };
}

/** All rows of a list that is known to be short. */
export async function all<T>(path: string, most = 1000): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let next: string | undefined = path; next !== undefined && rows.length < most;) {
    const { members, next: after }: Page<T> = await page<T>(next);
    rows.push(...members);
    next = after;
  }
  return rows;
}

/** The UUID at the end of an IRI. */
export const idOf = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);
