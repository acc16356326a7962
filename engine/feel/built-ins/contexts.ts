import type { Runtime } from '../runtime.ts';
import { FeelContext } from '../values/context.ts';
import type { List, Value } from '../values/value.ts';
import {
  any,
  contextOf,
  define,
  failCall,
  list,
  rest,
  type Signature,
  strictList,
  text,
} from './define.ts';

function contextOfEntries(run: Runtime, entries: List): Value {
  const values = new Map<string, Value>();
  for (const entry of entries) {
    const key = entry instanceof FeelContext ? entry.get('key') : undefined;
    const value = entry instanceof FeelContext ? entry.get('value') : undefined;
    if (typeof key !== 'string' || value === undefined || values.has(key)) {
      return failCall(run, 'context', 'Expected entries with a key, not given before, and a value');
    }
    values.set(key, value);
  }
  return new FeelContext(values);
}

/** Puts a value at a path of keys; contexts on the way that do not exist are made. */
function putAt(context: FeelContext, keys: List, value: Value): FeelContext | undefined {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return undefined;
  if (rest.length === 0) return context.with(key, value);
  const inner = context.get(key) ?? new FeelContext();
  const changed = inner instanceof FeelContext ? putAt(inner, rest, value) : undefined;
  return changed && context.with(key, changed);
}

function put(name: string): Signature[] {
  return [
    define(name, [contextOf('context'), text('key'), any('value')], (run, context, key, value) => {
      run.spend(context.keys().length);
      return context.with(key, value);
    }),
    define(
      name,
      [contextOf('context'), strictList('keys'), any('value')],
      (run, context, keys, value) => {
        run.spend(context.keys().length * keys.length);
        const reason = 'Expected a list of strings that leads through contexts';
        return putAt(context, keys, value) ?? failCall(run, name, reason);
      },
    ),
  ];
}

function merge(run: Runtime, contexts: List, name: string): Value {
  const values = new Map<string, Value>();
  for (const context of contexts) {
    if (!(context instanceof FeelContext)) return failCall(run, name, 'Expected contexts');
    run.spend(context.keys().length);
    for (const [key, value] of context.entries()) values.set(key, value);
  }
  return new FeelContext(values);
}

/** Takes one list of contexts, or the contexts as arguments. */
function merging(name: string): Signature[] {
  return [
    define(name, [list('contexts')], (run, contexts) => merge(run, contexts, name)),
    define(name, [rest('contexts')], (run, contexts) =>
      contexts.length === 0 ? failCall(run, name, 'Expected contexts') : merge(run, contexts, name),
    ),
  ];
}

function valueAt(run: Runtime, context: FeelContext, keys: List): Value {
  let value: Value = context;
  for (const key of keys) {
    const entry: Value | undefined =
      value instanceof FeelContext && typeof key === 'string' ? value.get(key) : undefined;
    if (entry === undefined) return failCall(run, 'get value', 'Expected keys that exist');
    value = entry;
  }
  return keys.length === 0 ? null : value;
}

function entriesOf(run: Runtime, context: FeelContext): Value {
  run.spend(context.keys().length);
  return context.entries().map(([key, value]) => {
    return new FeelContext([
      ['key', key],
      ['value', value],
    ]);
  });
}

export const contextFunctions: readonly Signature[] = [
  define('context', [list('entries')], contextOfEntries),
  define('get value', [contextOf('m'), text('key')], (run, context, key) => {
    const reason = `No context entry found with key '${key}'`;
    return context.get(key) ?? (context.has(key) ? null : failCall(run, 'get value', reason));
  }),
  define('get value', [contextOf('context'), strictList('keys')], valueAt),
  define('get value', [contextOf('context'), text('key')], (_run, context, key) => {
    return context.get(key) ?? null;
  }),
  define('get entries', [contextOf('m')], entriesOf),
  define('get entries', [contextOf('context')], entriesOf),
  ...put('context put'),
  ...put('put'),
  ...merging('context merge'),
  ...merging('put all'),
];
