import {
  extendZodWithOpenApi,
  OpenAPIRegistry,
  OpenApiGeneratorV31,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { Problem } from './contract/common.ts';
import type { Route } from './contract/route.ts';
import { routes } from './contract/routes.ts';

export type {
  ApplicationInput,
  Channel,
  ClueInput,
  Draft,
  DraftInput,
  ProxyInput,
  Receipt,
} from './contract/applications.ts';
export type {
  CaseClock,
  CaseHead,
  CaseList,
  CaseQuery,
  CaseTask,
  CaseView,
  DecisionEntry,
  Diagram,
  IssuedDocument,
  ObjectionInput,
  Opinion,
  Reason,
  SavedForm,
  SupplementItem,
  TimelineEntry,
} from './contract/cases.ts';
export type { Division, Office, PublicServiceEntry } from './contract/catalog.ts';
export type {
  Attachment,
  Bilingual,
  FieldProblem,
  FormView,
  JsonObject,
  Lamp,
  Problem,
} from './contract/common.ts';
export type {
  DefinitionEntry,
  DefinitionFile,
  DefinitionVersion,
  DefinitionView,
  Incident,
  LintProblem,
  LintReport,
} from './contract/definitions.ts';
export type { UploadQuery } from './contract/files.ts';
export type { Appointment, Login, Me } from './contract/session.ts';
export type {
  EvaluationInput,
  PublicCase,
  PublicOutcome,
  PublicStage,
  PublicTodo,
  SupplementAnswers,
  TrackInput,
  WithdrawInput,
} from './contract/track.ts';
export type {
  Completed,
  CompleteTask,
  OpinionInput,
  TaskAction,
  TaskView,
  WorkItem,
  WorkList,
  WorkQuery,
  WorkView,
} from './contract/work.ts';

/** The OpenAPI 3.1 document of the whole API, generated from the routes' own schemas. */
export function openApiDocument(version: string): object {
  extendZodWithOpenApi(z);
  const registry = new OpenAPIRegistry();
  for (const one of routes) registerRoute(registry, one);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: '云格 Yunge API', version },
  });
}

function registerRoute(registry: OpenAPIRegistry, one: Route): void {
  const request: Record<string, unknown> = {};
  if (one.params) request.params = one.params;
  if (one.query) request.query = one.query;
  if (one.body) request.body = { content: { 'application/json': { schema: one.body } } };
  if (one.takesBytes) request.body = { content: bytesContent };
  registry.registerPath({
    method: one.method,
    path: one.path,
    operationId: one.id,
    summary: one.summary,
    tags: [one.tag],
    request,
    responses: {
      [one.status ?? 200]: { description: 'OK', content: answerContent(one) },
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: Problem } },
      },
    },
  });
}

const bytesContent = {
  'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } },
};

function answerContent(one: Route): Record<string, { schema: z.ZodType | object }> {
  if (one.answer) return { 'application/json': { schema: one.answer } };
  return {
    [one.contentType ?? 'application/octet-stream']: bytesContent['application/octet-stream'],
  };
}
