import type { Router } from 'express';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What readiness asks. */
export interface Readiness {
  readonly database: () => Promise<boolean>;
  readonly engine: () => Promise<boolean>;
}

/** The figures of this server, in the format of Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'yunge_http_requests_total',
    help: 'HTTP requests by method and status',
    labelNames: ['method', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'yunge_http_request_seconds',
    help: 'Duration of HTTP requests',
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  count(method: string, status: number, seconds: number): void {
    this.#requests.inc({ method, status });
    this.#seconds.observe(seconds);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}

/** Liveness, readiness and figures, for whoever runs the server. */
export function mountHealth(router: Router, readiness: Readiness, metrics: Metrics): void {
  router.get('/health/live', (_, response) => {
    response.json({ status: 'up' });
  });
  router.get('/health/ready', async (_, response) => {
    const [database, engine] = await Promise.all([readiness.database(), readiness.engine()]);
    response.status(database && engine ? 200 : 503).json({ database, engine });
  });
  router.get('/metrics', async (_, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });
}
