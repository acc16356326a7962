import { builtIns } from '../built-ins/index.ts';
import type { Runtime } from '../runtime.ts';
import { propertyOf } from '../values/property.ts';
import type { Value } from '../values/value.ts';
import { type Emit, partAt } from './code.ts';
import { nameOf } from './tree.ts';

/** A model may name something `a.b`; where nothing has that name, it is a path as usual. */
function pathFrom(start: Value | undefined, path: readonly string[], run: Runtime): Value {
  if (start === undefined) return run.warn('NO_VARIABLE_FOUND', `No variable found for '.${path}'`);
  return path.reduce<Value>((value, name) => propertyOf(value, name, run), start);
}

/** A variable, else a built-in function, else null with a warning. */
export const variableName: Emit = (node, emitter, bindings) => {
  const name = nameOf(node);
  const builtIn = builtIns.get(name);
  if (builtIn === undefined) emitter.noteName(name, bindings);
  const [head, ...path] = name.includes('.') ? name.split('.') : [];
  return (scope, run) => {
    run.spend(1);
    const value = scope.lookup(name);
    if (value !== undefined) return value;
    if (builtIn !== undefined) return builtIn;
    if (head !== undefined) return pathFrom(scope.lookup(head), path, run);
    return run.warn('NO_VARIABLE_FOUND', `No variable found with name '${name}'`);
  };
};

/** The tested value of a unary test. */
export const inputValue: Emit = (_node, emitter, bindings) => {
  emitter.noteName('?', bindings);
  return (scope, run) => {
    const value = scope.lookup('?');
    if (value !== undefined) return value;
    return run.warn('NO_VARIABLE_FOUND', "No variable found with name '?'");
  };
};

export const pathExpression: Emit = (node, emitter, bindings) => {
  const source = emitter.emit(partAt(node, 0), bindings);
  const name = nameOf(partAt(node, 1));
  return (scope, run) => {
    run.spend(1);
    return propertyOf(source(scope, run), name, run);
  };
};

export const parenthesized: Emit = (node, emitter, bindings) =>
  emitter.emit(partAt(node, 0), bindings);
