import type { Router } from 'express';
import { isRejection } from '../domain/rejection.ts';
import type { Deps } from '../usecases/deps.ts';
import { listDefinitions } from '../usecases/list-definitions.ts';
import { listIncidents } from '../usecases/list-incidents.ts';
import { publishDefinition } from '../usecases/publish-definition.ts';
import { readDefinition } from '../usecases/read-definition.ts';
import { saveDefinitionDraft } from '../usecases/save-definition-draft.ts';
import { submitDefinition } from '../usecases/submit-definition.ts';
import * as contract from './contract/definitions.ts';
import { mount } from './mount.ts';

/** The procedures, for those who draw them and those who publish them. */
export function mountDefinitions(router: Router, deps: Deps): void {
  mount(router, deps, contract.listDefinitions, async () => ({
    items: await listDefinitions(deps),
  }));
  mount(router, deps, contract.readDefinition, async ({ params }) => {
    const version = Number(params.version);
    const page = await readDefinition(deps, { processKey: params.key, version });
    return isRejection(page) ? page : { ...page, files: page.files.map((file) => ({ ...file })) };
  });
  mount(router, deps, contract.saveDefinitionDraft, async ({ actor, params, body }) =>
    actor === null
      ? undefined
      : saveDefinitionDraft(deps, actor, { processKey: params.key, ...body }),
  );
  mount(router, deps, contract.lintDefinition, async ({ body }) => ({
    problems: await deps.linter.lint(body.files),
  }));
  mount(router, deps, contract.submitDefinition, async ({ actor, params }) =>
    actor === null ? undefined : submitDefinition(deps, actor, params.key),
  );
  mount(router, deps, contract.publishDefinition, async ({ actor, params }) =>
    actor === null ? undefined : publishDefinition(deps, actor, params.key),
  );
  mount(router, deps, contract.listIncidents, async () => ({
    items: await listIncidents(deps),
  }));
}
