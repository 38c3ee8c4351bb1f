import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createApp } from './app/app.setup.js';
import { type Config, readConfig } from './config/config.js';
import { DATABASE } from './core/database/database.js';
import { demoNotice } from './demo/demo-notice.js';
import { holdsDemo, makeDemo } from './demo/make-demo.js';
import { reachableUrl } from './app/reachable-url.js';
import { createLogger } from './app/logger.js';
import { productionWarnings } from './config/production.js';
import { startProblem } from './app/start-problem.js';
import { boundStop } from './app/process-end.js';

let config: Config | undefined;
try {
  config = readConfig(process.env);
  // while the database is waited for, nothing is under way yet; a container's first process must say that it ends
  const leave = (): void => process.exit(0);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave);
  const app = await createApp(config, createLogger(config));
  boundStop(config.stopTimeout, () => app.getHttpServer().closeAllConnections());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, leave);
  await app.listen(config.port, config.host);
  for (const warning of productionWarnings(config)) new Logger('production').warn(warning);
  if (config.isProduction && (await holdsDemo(app.get(DATABASE))))
    new Logger('production').warn(
      `The database holds the demo team: its client's secret was printed. Delete it.`,
    );
  const url = reachableUrl(config, app.getHttpServer().address() as AddressInfo);
  new Logger('main').log(`listening on ${url}`);
  const demo = config.demo
    ? await makeDemo(app.get(DATABASE), app.get(DataSource), config.publicUrl)
    : undefined;
  if (demo) process.stdout.write(demoNotice(demo, url));
} catch (error) {
  console.error(startProblem(error, config) ?? error);
  process.exit(1);
}
