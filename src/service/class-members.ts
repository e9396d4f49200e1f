import { memoize } from "../base/memoize.ts";
import type { Span } from "../base/span.ts";
import { orderOf, selfOf } from "../language/classes.ts";
import type { ModuleVariable, UserClass, UserFunction } from "../language/program.ts";
import { memberKind } from "../language/scopes.ts";
import type { Attribute, Expression } from "../language/tree.ts";
import { type TreeNode, walk } from "../language/walk.ts";
import type { Analysis } from "./analysis.ts";
import { moduleIn } from "./signature.ts";

/// What an object of a class has under a name.
export interface ClassMember {
  readonly name: string;
  readonly kind: "method" | "property" | "variable" | "attribute";
  /// The class that gives it.
  readonly owner: UserClass;
  /// Of a method or a property.
  readonly symbol?: UserFunction;
  /// Of a variable or a class in a class.
  readonly meaning?: ModuleVariable | UserClass;
  /// What is assigned to it in the class.
  readonly values: readonly Expression[];
  /// Where its name first stands in the owner's file.
  readonly place: Span;
}

/// What the objects of a class have, by name; what is nearer in the order of its bases comes first.
export function membersOfClass(analysis: Analysis, symbol: UserClass): ReadonlyMap<string, ClassMember> {
  const found = new Map<string, ClassMember>();
  for (const one of orderOf(analysis.library.meaning, symbol) ?? [symbol]) {
    for (const member of ownMembers(analysis, one)) if (!found.has(member.name)) found.set(member.name, member);
  }
  return found;
}

function ownMembers(analysis: Analysis, owner: UserClass): readonly ClassMember[] {
  const { node, names } = owner;
  const text = moduleIn(analysis, owner.file)?.text ?? "";
  const members: ClassMember[] = [];
  for (const [name, meaning] of names) {
    if (meaning.kind === "function") {
      const kind = memberKind(meaning.def) === "getter" ? "property" : "method";
      members.push({ name, kind, owner, symbol: meaning, values: [], place: meaning.def.name });
      continue;
    }
    const values = node.body.flatMap((one) => (one.kind === "Assign" && isNamed(one.targets, name) ? [one.value] : []));
    const target = namePlace(node.body, name) ?? node.name;
    members.push({ name, kind: "variable", owner, meaning, values, place: target });
  }
  for (const statement of node.body) {
    if (statement.kind !== "Declare" || statement.target.kind !== "Name") continue;
    const { name, from, to } = statement.target;
    if (!names.has(name)) members.push({ name, kind: "attribute", owner, values: [], place: { from, to } });
  }
  return [...members, ...attributesOf(owner, text)];
}

/// The attributes that the methods of a class give their objects.
const attributes = memoize((owner: UserClass) => {
  const found = new Map<string, { targets: Attribute[]; values: Expression[] }>();
  for (const def of owner.node.body) {
    const self = def.kind === "Def" ? selfOf(def) : undefined;
    if (def.kind !== "Def" || self === undefined) continue;
    walk(def.body, (node: TreeNode) => {
      for (const { target, value } of assignedIn(node)) {
        if (target.kind !== "Attribute" || target.object.kind !== "Name" || target.object.name !== self) continue;
        const known = found.get(target.name.name) ?? { targets: [], values: [] };
        known.targets.push(target);
        if (value !== undefined) known.values.push(value);
        found.set(target.name.name, known);
      }
    });
  }
  return found;
});

function attributesOf(owner: UserClass, text: string): readonly ClassMember[] {
  return [...attributes(owner)].flatMap(([name, { targets, values }]) => {
    const [first] = targets;
    if (first === undefined) return [];
    const { from, to } = first.name;
    // The methods of a dataclass are not written anywhere: their names have the place of the class.
    const place = text.slice(from, to) === name ? { from, to } : owner.node.name;
    return [{ name, kind: "attribute" as const, owner, values, place }];
  });
}

/// What a statement gives a value, with the value where that can be told.
function assignedIn(node: TreeNode): { readonly target: Expression; readonly value?: Expression }[] {
  const spread = (target: Expression): Expression[] =>
    target.kind === "Tuple" || target.kind === "List" ? target.elements.flatMap(spread) : [target];
  switch (node.kind) {
    case "Assign":
      return node.targets.flatMap((target) => {
        const targets = spread(target);
        return targets.map((one) => (one === target ? { target: one, value: node.value } : { target: one }));
      });
    case "AugmentedAssign":
    case "For":
    case "Declare":
      return spread(node.target).map((target) => ({ target }));
    default:
      return [];
  }
}

function isNamed(targets: readonly Expression[], name: string): boolean {
  return targets.some((target) => target.kind === "Name" && target.name === name);
}

function namePlace(body: UserClass["node"]["body"], name: string): Span | undefined {
  for (const statement of body) {
    const targets =
      statement.kind === "Assign" ? statement.targets : statement.kind === "Declare" ? [statement.target] : [];
    for (const target of targets) if (target.kind === "Name" && target.name === name) return target;
    if (statement.kind === "Class" && statement.name.name === name) return statement.name;
  }
  return undefined;
}
