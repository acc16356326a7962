/**
 * The casbin model. Roles and territory are answered by functions (see access.ts). Subjects are
 * positions at units, an explicit deny always wins, and there is no priority. The cheap comparison
 * of the action stands first, because casbin tries every rule.
 */
export const MODEL = `
[request_definition]
r = sub, dom, obj, act, ctx
[policy_definition]
p = sub, scope, obj, act, cond, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = (p.act == r.act || p.act == "*") && objIn(r.obj, p.obj) && \\
  holds(r.sub, p.sub, r.dom, p.scope, r.act) && check(p.cond, r.sub, r.ctx)
`;
