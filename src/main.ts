import 'reflect-metadata';
import { createApp } from './app.setup.js';
import { ConfigError, readConfig } from './config.js';
import { createLogger } from './logger.js';

try {
  const config = readConfig(process.env);
  const app = await createApp(config, createLogger(config));
  await app.listen(config.port, config.host);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
