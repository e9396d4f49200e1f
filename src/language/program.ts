import type { Native } from "../bytecode/natives.ts";
import type { Dialect } from "./dialect.ts";
import type { Raising } from "./forgiven.ts";
import type {
  Call,
  ClassDef,
  Comprehension,
  Def,
  Expression,
  FromImport,
  Identifier,
  Import,
  Module,
  Name,
} from "./tree.ts";

// What the checker hands to the compiler: the trees of all modules that take part, and what every name in them means.

/// A variable of a module, one slot in the core's globals.
export interface ModuleVariable {
  readonly kind: "module-variable";
  readonly name: string;
  readonly file: string;
}
/// A parameter or local of one function, one slot in its frame.
export interface LocalVariable {
  readonly kind: "local";
  readonly name: string;
  readonly def: Def;
}
/// A variable of a comprehension, known in it only; one slot in the frame of the function that it stands in.
export interface ElementVariable {
  readonly kind: "element";
  readonly name: string;
  readonly of: Comprehension;
}
/// A `def` whose name is never assigned otherwise: it can be called directly, also above its `def`. Also a lambda, which no
/// name means.
export interface UserFunction {
  readonly kind: "function";
  readonly name: string;
  readonly file: string;
  readonly def: Def;
  /// Of a function in a function: the variable that holds it, where it is a value of its own each time it is defined.
  readonly variable?: LocalVariable;
}
/// A class whose name is never assigned otherwise. There is one of it, however often its statement is carried out.
export interface UserClass {
  readonly kind: "class";
  readonly name: string;
  /// With the names of the classes and functions around it, as Python shows it.
  readonly qualified: string;
  readonly file: string;
  readonly node: ClassDef;
  /// What its body defines.
  readonly names: ReadonlyMap<string, ModuleVariable | UserFunction | UserClass>;
  /// The class around the statement, if it stands in the body of one.
  readonly outer?: UserClass;
}
/// A value that there is once.
export interface Singleton {
  readonly kind: "singleton";
  readonly name: string;
  readonly value: number;
}
/// A function of ePython itself: a row of `bytecode/natives.ts` (built-ins included).
export interface NativeFunction {
  readonly kind: "native";
  readonly native: Native;
}
/// One of Python's own exception classes, or `object`.
export interface ExceptionType {
  readonly kind: "exception";
  readonly name: string;
  /// In bytecode/exceptions.ts.
  readonly number: number;
}
/// A named real or text of a module, such as `math.pi` or its `__name__`.
export interface ModuleConstant {
  readonly kind: "constant";
  readonly name: string;
  readonly value: number | string;
}
/// A module bound by `import m`; its members are reached through an Attribute.
export interface ImportedModule {
  readonly kind: "module";
  readonly name: string;
}

export type Meaning =
  | ModuleVariable
  | LocalVariable
  | ElementVariable
  | UserFunction
  | UserClass
  | Singleton
  | NativeFunction
  | ExceptionType
  | ModuleConstant
  | ImportedModule;

/// A variable that a function in the function that owns it can use.
export type OuterVariable = LocalVariable | ElementVariable;

/// A function and its locals, in the order in which they first occur, parameters first.
export interface FunctionScope {
  readonly symbol: UserFunction;
  /// The variables of functions around it that it, or a function in it, uses.
  readonly outerVariables: ReadonlySet<OuterVariable>;
  /// The names of `functions` are among them.
  readonly locals: readonly LocalVariable[];
  /// The `def`s in it whose names mean nothing else.
  readonly functions: ReadonlyMap<string, UserFunction>;
  /// Parameters that it assigns and that it has by reference, as classic ePython has them.
  readonly references: ReadonlySet<string>;
  /// The variables of its comprehensions.
  readonly elements: readonly ElementVariable[];
}

export interface CheckedModule {
  readonly tree: Module;
  /// Where its text stands in another one's, in place of this import; in front of the program's if it is left out.
  readonly importedAt?: Import | FromImport;
  /// ePython's own modules never are.
  readonly isClassic: boolean;
  readonly dialect: Dialect;
  readonly text: string;
  /// In the order in which they first occur.
  readonly variables: readonly ModuleVariable[];
  /// Every `def` and lambda, also inside of functions, each after the one around it.
  readonly functions: readonly FunctionScope[];
  /// Every class, each after the one around it.
  readonly classes: readonly UserClass[];
  /// The variables of comprehensions outside of functions.
  readonly elements: readonly ElementVariable[];
}

/// The attributes that values may have because the program says so.
export interface AttributeNames {
  /// Whether it has classes, or sets attributes of functions or exceptions.
  readonly hasClasses: boolean;
  /// What its classes define and what it assigns after a dot.
  readonly names: ReadonlySet<string>;
  /// What it assigns after a dot.
  readonly assigned: ReadonlySet<string>;
}

/// What a call of `super` stands for: the class behind which is looked, and what gives the object.
export interface SuperCall {
  readonly symbol: UserClass;
  readonly object: Expression;
}

export interface CheckedProgram {
  /// Imported modules before those that import them; the program itself last.
  readonly modules: readonly CheckedModule[];
  /// The meaning of every Name and Identifier that refers to something, and of every Attribute that names a module's
  /// member (keyed by the Attribute's `name`). A Name that is a target is here too.
  readonly meaning: ReadonlyMap<Name | Identifier, Meaning>;
  readonly dialect: Dialect;
  /// Functions of ours in modules/builtins.py, by name, where the program may need one.
  readonly own: ReadonlyMap<string, UserFunction>;
  /// Whether an expression somewhere gives a name a value, with `:=`.
  readonly namesInExpressions: boolean;
  /// Functions that are a value of their own each time they are defined (closures.ts).
  readonly closures: ReadonlySet<Def>;
  /// `def`s whose name is assigned elsewhere too, so that the name is a variable that the `def` assigns.
  readonly variableDefs: ReadonlyMap<Def, ModuleVariable | LocalVariable>;
  /// What goes wrong when it is reached, which the program handles …
  readonly failures: ReadonlyMap<Expression | Import | FromImport, Raising>;
  /// … and calls whose arguments do not fit, of which the same is true.
  readonly misfits: ReadonlySet<Call>;
  /// What each `super()` stands for.
  readonly supers: ReadonlyMap<Call, SuperCall>;
  /// The attributes that its objects may have.
  readonly attributes: AttributeNames;
  /// The same for classes.
  readonly variableClasses: ReadonlyMap<ClassDef, ModuleVariable | LocalVariable>;
}
