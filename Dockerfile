# One image for the server, the worker and the command line; see docs/operations.md.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY web/package.json web/
COPY clients/typescript/package.json clients/typescript/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm run build:web && npm run build:docs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=sqlite:/data/waybill.sqlite
# a user of its own, whose number Kubernetes can check; npm and its kin are not needed any more
RUN useradd --system --uid 10001 --no-create-home waybill \
    && install -d -o waybill -m 0700 /data \
    && rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn*
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY --from=build /build/web/dist web/dist
COPY --from=build /build/docs/site/dist docs/site/dist
COPY --from=build /build/bin bin
USER 10001
VOLUME /data
EXPOSE 3000 3001
# the root file system may be read-only: Waybill writes to /data and, for uploads, to /tmp
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["node", "bin/health.mjs"]
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=64", "bin/waybill.mjs"]
