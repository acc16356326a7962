import fs from 'node:fs';
import path from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Deps } from '../usecases/deps.ts';
import { mountApplications } from './applications.ts';
import { mountCases } from './cases.ts';
import { mountCatalog } from './catalog.ts';
import { mountDefinitions } from './definitions.ts';
import { problemHandler, sendProblem } from './errors.ts';
import { mountFiles } from './files.ts';
import { Metrics, mountHealth, type Readiness } from './health.ts';
import { openApiDocument } from './openapi.ts';
import { mountPages } from './pages.ts';
import { sameOrigin } from './same-origin.ts';
import { mountSession } from './session.ts';
import { mountTrack } from './track.ts';
import { mountWork } from './work.ts';

const JSON_BYTES_MAX = 10 * 1024 * 1024;
const TRIES_WINDOW_MS = 60_000;

export interface HttpOptions {
  readonly deps: Deps;
  readonly readiness: Readiness;
  readonly log: { error(fields: object, text: string): void };
  /** The folder of the built pages; absent when only the API is served. */
  readonly webFolder: string;
  readonly version: string;
  /** Tries at signing in and at query codes, per minute and address. */
  readonly triesPerMinute: number;
}

/** The whole HTTP side: API, pages, files, health. */
export function makeHttpApp(options: HttpOptions): Express {
  const { deps, readiness, log, version } = options;
  const metrics = new Metrics();
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders());
  app.use(counting(metrics));
  mountHealth(app, readiness, metrics);
  app.use(sameOrigin);
  app.post(['/api/session', '/api/track', '/track'], limiter(options.triesPerMinute));
  app.use('/api', noStore);
  mountFiles(app, deps);
  app.use(express.json({ limit: JSON_BYTES_MAX }));
  const document = openApiDocument(version);
  app.get('/api/openapi.json', (_, response) => void response.json(document));
  mountSession(app, deps);
  mountWork(app, deps);
  mountCases(app, deps);
  mountApplications(app, deps);
  mountCatalog(app, deps);
  mountTrack(app, deps);
  mountDefinitions(app, deps);
  app.use('/api', unknownRoute);
  mountPages(app, deps);
  mountWeb(app, options.webFolder);
  app.use(unknownRoute);
  app.use(problemHandler(log));
  return app;
}

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'object-src': ["'none'"],
      },
    },
    // Plain HTTP on a loopback address or behind a proxy that ends TLS.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

function counting(metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const start = process.hrtime.bigint();
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      metrics.count(request.method, response.statusCode, seconds);
    });
    next();
  };
}

function limiter(limit: number) {
  return rateLimit({
    windowMs: TRIES_WINDOW_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_, response) =>
      sendProblem(response, {
        status: 429,
        code: 'too_many_requests',
        detail: '尝试太频繁，请一分钟后再试。',
        detailEn: 'Too many tries: please wait a minute.',
      }),
  });
}

function noStore(_: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}

function unknownRoute(request: Request, response: Response): void {
  sendProblem(response, {
    status: 404,
    code: 'not_found',
    detail: '没有这个页面或接口。',
    detailEn: `There is nothing at ${request.path}.`,
  });
}

// Each browser program is one page; its own router reads the rest of the address.
function mountWeb(app: Express, folder: string): void {
  app.use(express.static(folder, { index: 'index.html', redirect: true }));
  app.get('/:program/{*rest}', (request, response, next) => {
    const page = path.join(folder, path.basename(request.params.program), 'index.html');
    const isAsset = path.extname(request.path) !== '';
    if (isAsset || !fs.existsSync(page)) next();
    else response.sendFile(page);
  });
}
