#!/usr/bin/env node
// `waybill` starts the server, `waybill <command>` does what `node dist/src/cli.js <command>` does.
await import(process.argv.length > 2 ? '../dist/src/cli.js' : '../dist/src/main.js');
