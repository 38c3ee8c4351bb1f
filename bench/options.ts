import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [options]

  --shipments <n>   Size of the data set: 10000 (default), 100000 or 1000000; others for trying things out.
  --rounds <n>      Rounds in which the servers take turns; the medians count. Default 5.
  --seconds <n>     Seconds of load for each server and round. Default 4.
  --only <a,b>      These cases alone; nothing is written. --list names them.
  --list            Names the cases.
  --against <url>   Measures the server there, with its own data, instead of everything of the benchmark's own.
    --client-id, --client-secret, --workspace <id>   What it is asked with.
`;

export interface Options {
  readonly shipments: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly only?: ReadonlySet<string>;
  readonly lists: boolean;
  readonly against?: {
    readonly url: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly workspace: string;
  };
}

/** @throws when they make no sense. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shipments: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      only: { type: 'string' },
      list: { type: 'boolean', default: false },
      against: { type: 'string' },
      'client-id': { type: 'string' },
      'client-secret': { type: 'string' },
      workspace: { type: 'string' },
    },
  });
  const { against, workspace, 'client-id': clientId, 'client-secret': clientSecret } = values;
  const target =
    against === undefined
      ? {}
      : {
          against: {
            url: against.replace(/\/+$/, ''),
            clientId: given('client-id', clientId),
            clientSecret: given('client-secret', clientSecret),
            workspace: given('workspace', workspace),
          },
        };
  return {
    shipments: Math.ceil(whole('shipments', values.shipments, 1000) / 10) * 10,
    rounds: whole('rounds', values.rounds, 1),
    seconds: whole('seconds', values.seconds, 1),
    ...(values.only === undefined ? {} : { only: new Set(values.only.split(',')) }),
    lists: values.list,
    ...target,
  };
}

function given(option: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`--against needs --${option}.`);
  return value;
}

function whole(option: string, value: string, least: number): number {
  const number = Number(value.replaceAll('_', ''));
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${option} must be a whole number from ${least}, not "${value}".`);
}
