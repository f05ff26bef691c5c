# syntax=docker/dockerfile:1

# What the image runs: Node, the compiled packages, and their dependencies for production, without a compiler or tests.

FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund \
 && npx --no-install turbo run build --filter=@gatehouse/cli \
 && npm ci --no-audit --no-fund --omit=dev --workspace=@gatehouse/cli --include-workspace-root=false \
 && node deploy/collect-image.mjs /image

FROM node:22-slim
COPY --from=build /image /app

# A configuration folder mounted here is found without an option, and modules in it find the packages of the server.
WORKDIR /app/config

# A container is reached from outside of it, so it listens on all of its addresses.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000
EXPOSE 8000
USER 1000:1000

# Speaks plain HTTP; give a server with TLS a check of its own.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "/app/apps/cli/bin/gatehouse.js"]
CMD ["serve"]
