import { replace } from "./catalogue.ts";
import { isUnknown } from "./check-expressions.ts";
import { isCollective, isQuiet } from "./check-habits.ts";
import { isOwnSource } from "./modules/sources.ts";
import { type Place, report } from "./names.ts";
import type { Call, Expression } from "./tree.ts";

// Calls whose result is all that they are for, as statements of their own: `sorted(a)`, `s.upper()`, `bcast(n, 0)`.

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/// Functions that give a new value and change nothing.
const PURE = setOf(
  "abs bool chr coreid divmod float int isdevice ishost isinstance len max min numcores ord range repr round sorted str sum type",
);

/// Functions that do nothing at all before somebody goes through what they give.
const LAZY = setOf("enumerate filter map reversed zip");

/// Methods that only text has and that give a new value.
const OF_TEXT = setOf(
  "capitalize casefold center endswith isalnum isalpha isdigit islower isspace istitle isupper join ljust lower lstrip partition replace rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title upper zfill",
);

/// Those whose result is certainly meant to take the place of what they are given.
const INSTEAD = setOf(
  "abs bcast capitalize float int lower lstrip replace round rstrip sorted str strip swapcase title upper",
);

/// Looks at a statement that is only a call.
export function checkForgotten(place: Place, call: Call): void {
  const { library, module } = place;
  const { callee, args } = call;
  // What could not be read may be what takes the result.
  if (
    module.broken ||
    module.dialect === "classic" ||
    isOwnSource(module.text) ||
    (callee.kind !== "Name" && callee.kind !== "Attribute")
  )
    return;
  const symbol = library.meaning.get(callee.kind === "Name" ? callee : callee.name);
  if (symbol?.kind === "native") {
    const { name } = symbol.native;
    if (isCollective(symbol.native)) place.habits.forgotten.push({ call, native: symbol.native });
    else if (LAZY.has(name) ? module.dialect === "python3" : isForgotten(place, call, name)) tell(place, call, name);
  } else if (symbol?.kind === "function") {
    const isOurs = library.own.get(symbol.name) === symbol && module.dialect === "python3";
    if (isOurs && LAZY.has(symbol.name)) tell(place, call, symbol.name);
  } else if (symbol === undefined && callee.kind === "Attribute" && !isUnknown(place, callee) && place.tried !== true) {
    const { name } = callee.name;
    const isPlain = OF_TEXT.has(name) && !library.attributes.names.has(name) && !isModule(place, callee.object);
    if (isPlain && args.every(({ value }) => isQuiet(value))) tell(place, call, name, callee.object);
  }
}

/// Whether nothing can be the use of calling a function.
function isForgotten(place: Place, { args }: Call, name: string): boolean {
  if (!PURE.has(name) || place.tried === true || !args.every(({ value }) => isQuiet(value))) return false;
  // What it raises may be taken where this function is called.
  if (place.def !== undefined && /\btry\b/.test(place.module.text)) return false;
  // A class may have a method that these call, such as `__len__`.
  return !place.library.attributes.hasClasses || args.length === 0;
}

function isModule({ library }: Place, value: Expression): boolean {
  return value.kind === "Name" && library.meaning.get(value)?.kind === "module";
}

/// Reports the collective calls of a file whose result is used nowhere. The core that has the value may well forget the result
/// as long as another call takes it.
export function checkForgottenCollectives(place: Place): void {
  const { habits } = place;
  for (const { call, native } of habits.forgotten) {
    const calls = habits.forgotten.filter((one) => one.native === native).length;
    const value = call.args[0]?.value;
    if (value !== undefined && DATA.has(value.kind) && calls === habits.collectives.get(native))
      tell(place, call, native.name);
  }
}

/// `given` is what the result may take the place of, if that is not the first argument.
function tell(place: Place, call: Call, name: string, given = call.args[0]?.value): void {
  const text = place.module.text.slice(call.from, call.to);
  const shown = text.includes("\n") || text.length > LONGEST ? `${name}(...)` : text;
  const isCertain = INSTEAD.has(name) && given?.kind === "Name";
  const wanted = isCertain ? `${given.name} = ${shown}` : undefined;
  const fixes = isCertain ? replace(`Write ${wanted}`, call, `${given.name} = ${text}`) : [];
  report(place, "forgotten-result", call, { call: shown, wanted }, fixes);
}

const LONGEST = 40;

/// What is given to a collective call for its value. With anything else it may be there to wait for the other cores.
const DATA = setOf("Attribute Binary Index Name");
