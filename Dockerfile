# Yunge in one image: the server with its engine. PostgreSQL runs beside it (docker-compose.yml).
FROM node:24-bookworm-slim AS build
WORKDIR /yunge
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts || npm install --no-save --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /yunge
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
COPY --from=build /yunge/package.json ./
COPY --from=build /yunge/node_modules ./node_modules
COPY --from=build /yunge/dist ./dist
# What the server reads when it starts; the rest of the sources is in the bundle.
COPY --from=build /yunge/processes ./processes
COPY --from=build /yunge/forms/fragments ./forms/fragments
COPY --from=build /yunge/server/access/templates ./server/access/templates
COPY --from=build /yunge/server/seed ./server/seed
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:8080/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "--enable-source-maps", "dist/server/main.js"]
