/** The actions of the role matrix: the letter used on paper, and the Chinese word. */
export const ACTIONS = {
  lodge: ['L', '收件/登记'],
  accept: ['A', '受理/签收'],
  supplement: ['S', '一次性告知/补正'],
  investigate: ['I', '调查/入户'],
  review: ['R', '审核'],
  meet: ['M', '集体研究'],
  approve: ['P', '审批(准予)'],
  reject: ['N', '不予'],
  countersign: ['C', '会签'],
  extend: ['E', '延期审批'],
  return: ['X', '退回/退单'],
  transfer: ['J', '转办/提级'],
  dispatch: ['D', '派遣/派单'],
  handle: ['H', '处置/办理'],
  verify: ['V', '核查'],
  callback: ['B', '回访'],
  publicise: ['Q', '公示/公开'],
  object: ['O', '异议受理'],
  pay: ['F', '拨付/发放'],
  seal: ['U', '签发/用印'],
  deliver: ['T', '送达'],
  archive: ['Z', '归档'],
  supervise: ['W', '督办/催办'],
  configure: ['G', '配置流程/表单/参数'],
  'view-sensitive': ['Y', '查看敏感信息'],
  export: ['K', '导出'],
  read: ['', '查看办件'],
} as const;

/** What somebody may want to do. */
export type Action = keyof typeof ACTIONS;

/** Whether a text names an action. */
export function isAction(text: string): text is Action {
  return Object.hasOwn(ACTIONS, text);
}

/** What a delegate may not do for an absent person: decisions stay with who holds the post. */
export const NOT_DELEGABLE: ReadonlySet<string> = new Set(['approve', 'reject', 'meet', 'export']);
