import { AuthenticationError, ConnectionError, Waybill, WaybillError } from 'waybill-client';
import { ApiError } from './error';
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

/** The session's token; another one in place of one that the server does not know any more. */
async function tokenOf(refused?: string): Promise<string> {
  const now = await session();
  const next = now !== undefined && now.token === refused ? await renew() : now;
  if (next) return next.token;
  signIn();
  throw new AuthenticationError('Nobody is signed in.', 401);
}

/** Sends a request again where that may help: a POST has an `Idempotency-Key`. */
export const waybill = new Waybill({ url: window.location.origin, token: tokenOf, attempts: 3 });

/** An error of the client in the dashboard's terms. */
function toApiError(error: unknown): unknown {
  if (error instanceof ConnectionError) return new ApiError(0, 'offline');
  return error instanceof WaybillError ? new ApiError(error.status, error.message, error.violations) : error;
}

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

interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * A request by its path, for what a link or a list's own address names.
 * @param path `/workspaces/…/shipments?trackingStatus[]=in_transit`
 * @throws ApiError.
 */
export async function request<T>(path: string, { json, headers, ...init }: Init = {}): Promise<T> {
  try {
    const response = await waybill.fetch(path, {
      ...init,
      headers: {
        Accept: 'application/ld+json',
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return (isJson && text !== '' ? JSON.parse(text) : text) as T;
  } catch (error) {
    throw toApiError(error);
  }
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

/** All rows of a list that is known to be short. @throws ApiError. */
export async function all<T>(path: string, most = 1000): Promise<readonly T[]> {
  const rows: T[] = [];
  try {
    for await (const row of waybill.list(path)) {
      rows.push(row as T);
      if (rows.length >= most) break;
    }
  } catch (error) {
    throw toApiError(error);
  }
  return rows;
}

/** The UUID at the end of an IRI. */
export const idOf = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);
