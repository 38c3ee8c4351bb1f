import { BadInput, WrongType } from '../../core/metadata/errors.js';
import { ALL, type FieldDeclaration, type FieldSchema } from '../../core/metadata/field.js';
import { jsonColumn } from '../../core/metadata/fields/simple.js';

/** What can be kept for fewer days than it is kept anyway, and the most days. */
export const RETENTION_KINDS = {
  checkpoints: {
    days: 3650,
    description: 'Checkpoints of a shipment, since it got its final status. Otherwise they stay.',
  },
  runs: { days: 29, description: 'Runs of webhooks. Otherwise 30 days.' },
  events: {
    days: 13,
    description: 'What webhooks were told, or are still to be told. Otherwise 14 days.',
  },
  messages: { days: 89, description: 'The log of messages. Otherwise 90 days.' },
} as const;

export type RetentionKind = keyof typeof RETENTION_KINDS;

/** Days by kind; what is not in it is kept as long as anyway. */
export type Retention = Readonly<Partial<Record<RetentionKind, number>>>;

const KINDS = Object.keys(RETENTION_KINDS) as RetentionKind[];

const schema: FieldSchema = {
  type: 'object',
  isPartial: true,
  properties: Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      { type: 'integer', minimum: 1, maximum: RETENTION_KINDS[kind].days, nullable: true },
    ]),
  ),
  example: { checkpoints: 365, runs: 7 },
};

function parse(value: unknown, path: string): Retention {
  if (typeof value !== 'object' || value === null) throw new WrongType(path, 'array', value);
  const given = Object.entries(value as Record<string, unknown>);
  const unknown = given.find(([kind]) => !KINDS.some((each) => each === kind));
  if (unknown)
    throw new BadInput(`The "${path}" attribute must have no other keys than ${KINDS.join(', ')}.`);
  for (const [kind, days] of given) {
    const most = RETENTION_KINDS[kind as RetentionKind].days;
    const isRight = days === null || (Number.isInteger(days) && Number(days) >= 1 && Number(days) <= most);
    if (!isRight)
      throw new BadInput(
        `The "${path}.${kind}" attribute must be a whole number of days from 1 to ${most}, or null.`,
      );
  }
  return Object.fromEntries(given.filter(([, days]) => days !== null));
}

/** For how many days a workspace keeps what. */
export const retention = (): FieldDeclaration =>
  jsonColumn<Retention>(
    {
      groups: ALL,
      description: `For how many days is kept: ${KINDS.map((kind) => `\`${kind}\`: ${RETENTION_KINDS[kind].description}`).join(' ')} A worker removes what is older.`,
      none: {},
    },
    schema,
    parse,
  );
