// For the health check of a container: ends with 0 when the server, or the worker, of this container is alive.
const ports = [process.env.PORT || 3000, process.env.WORKER_PORT || 3001];
const alive = await Promise.all(
  ports.map((port) =>
    fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(4000) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  ),
);
process.exit(alive.includes(true) ? 0 : 1);
