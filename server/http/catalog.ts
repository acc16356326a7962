import type { Router } from 'express';
import { reject } from '../domain/rejection.ts';
import type { Deps } from '../usecases/deps.ts';
import { listDivisions } from '../usecases/list-divisions.ts';
import { listServices } from '../usecases/list-services.ts';
import * as contract from './contract/catalog.ts';
import { formView } from './form-view.ts';
import { mount } from './mount.ts';

/** What everybody may read: forms, matters one can apply for, places and offices. */
export function mountCatalog(router: Router, deps: Deps): void {
  mount(router, deps, contract.readForm, async ({ params }) => {
    const form = deps.processes.form(params.key);
    return form === undefined
      ? reject('not_found', '没有这张表单。', `Expected form '${params.key}'`)
      : formView(form);
  });
  mount(router, deps, contract.listServices, async () => ({
    items: listServices(deps),
    demo: deps.isDemo,
  }));
  mount(router, deps, contract.listDivisions, async ({ query }) => listDivisions(deps, query));
}
