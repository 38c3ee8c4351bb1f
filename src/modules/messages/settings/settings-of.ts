import { sqlNames } from '../../../core/database/sql-names.js';
import { isIn } from '../../../core/metadata/condition.js';
import type { Read } from '../../../core/store/reading.js';
import type { MessageLanguage } from '../languages/index.js';
import { MessageSettings } from './message-settings.entity.js';

const m = sqlNames(MessageSettings, 'm');

/** What a workspace has said of its messages, or what holds where it has said nothing. */
export interface Settings {
  readonly senderName: string | null;
  readonly replyTo: string | null;
  readonly language: MessageLanguage;
  readonly timeZone: string;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly maxPerDay: number;
  readonly maxAgeHours: number;
  readonly digestEmails: readonly string[];
  readonly digestTime: string;
  /** Encrypted. */
  readonly slackUrl: string | null;
  readonly slackEvents: readonly string[];
}

export const DEFAULT_SETTINGS: Settings & { readonly quietFrom: string; readonly quietTo: string } = {
  senderName: null,
  replyTo: null,
  language: 'en',
  timeZone: 'UTC',
  quietFrom: '21:00',
  quietTo: '08:00',
  maxPerDay: 4,
  maxAgeHours: 48,
  digestEmails: [],
  digestTime: '07:00',
  slackUrl: null,
  slackEvents: [],
};

/** The settings of workspaces, by their keys. */
export async function settingsOf(
  workspacePks: readonly number[],
  read: Read,
): Promise<ReadonlyMap<number, Settings>> {
  const those = isIn(m.workspacePk, [...new Set(workspacePks)]);
  const rows = await read(
    `SELECT ${m.workspacePk}, ${m.senderName}, ${m.replyTo}, ${m.language}, ${m.timeZone}, ${m.quietFrom}, ${m.quietTo},
        ${m.maxPerDay}, ${m.maxAgeHours}, ${m.digestEmails}, ${m.digestTime}, ${m.slackUrl}, ${m.slackEvents}
      FROM ${m.table} WHERE ${those.sql}`,
    those.params,
  );
  const list = (json: unknown): string[] => JSON.parse((json as string | null) ?? '[]') as string[];
  return new Map(
    rows.map((row) => {
      const settings = {
        senderName: row[1],
        replyTo: row[2],
        language: row[3],
        timeZone: row[4],
        quietFrom: row[5],
        quietTo: row[6],
        maxPerDay: row[7],
        maxAgeHours: row[8],
        digestEmails: list(row[9]),
        digestTime: row[10],
        slackUrl: row[11],
        slackEvents: list(row[12]),
      } as Settings;
      return [row[0] as number, settings];
    }),
  );
}
