import { selectors } from "./injected.ts";
import type { Locator } from "./locator.ts";

type Words = string | RegExp;

export interface RoleOptions {
  readonly name?: Words;
  readonly exact?: boolean;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly includeHidden?: boolean;
  readonly level?: number;
  readonly pressed?: boolean;
  readonly selected?: boolean;
}

export interface FilterOptions {
  readonly has?: Locator;
  readonly hasNot?: Locator;
  readonly hasText?: Words;
  readonly hasNotText?: Words;
  readonly visible?: boolean;
}

/// What a page and a locator have in common: elements are found in them.
export abstract class Finder {
  /// What a further selector finds in here.
  abstract chain(selector: string): Locator;

  getByRole(role: string, options: RoleOptions = {}): Locator {
    return this.chain(roleSelector(role, options));
  }

  getByText(text: Words, { exact = false }: { exact?: boolean } = {}): Locator {
    return this.chain(`internal:text=${selectors.escapeForTextSelector(text, exact)}`);
  }

  getByLabel(text: Words, { exact = false }: { exact?: boolean } = {}): Locator {
    return this.chain(`internal:label=${selectors.escapeForTextSelector(text, exact)}`);
  }

  getByTitle(text: Words, { exact = false }: { exact?: boolean } = {}): Locator {
    return this.#byAttribute("title", text, exact);
  }

  getByPlaceholder(text: Words, { exact = false }: { exact?: boolean } = {}): Locator {
    return this.#byAttribute("placeholder", text, exact);
  }

  getByAltText(text: Words, { exact = false }: { exact?: boolean } = {}): Locator {
    return this.#byAttribute("alt", text, exact);
  }

  locator(selector: string | Locator, options: FilterOptions = {}): Locator {
    return this.chain(
      typeof selector === "string" ? selector : `internal:chain=${JSON.stringify(selector.selector)}`,
    ).filter(options);
  }

  #byAttribute(name: string, text: Words, exact: boolean): Locator {
    return this.chain(`internal:attr=[${name}=${selectors.escapeForAttributeSelector(text, exact)}]`);
  }
}

function roleSelector(role: string, options: RoleOptions): string {
  let selector = `internal:role=${role}`;
  for (const key of ["checked", "disabled", "selected", "expanded", "level", "pressed"] as const) {
    if (options[key] !== undefined) selector += `[${key}=${options[key]}]`;
  }
  if (options.includeHidden !== undefined) selector += `[include-hidden=${options.includeHidden}]`;
  if (options.name !== undefined) {
    selector += `[name=${selectors.escapeForAttributeSelector(options.name, options.exact ?? false)}]`;
  }
  return selector;
}

/// What is added to a selector so that it finds only some of its elements.
export function filterSelector({ has, hasNot, hasText, hasNotText, visible }: FilterOptions): string {
  let selector = "";
  const add = (part: string) => {
    selector += ` >> ${part}`;
  };
  if (hasText !== undefined) add(`internal:has-text=${selectors.escapeForTextSelector(hasText, false)}`);
  if (hasNotText !== undefined) add(`internal:has-not-text=${selectors.escapeForTextSelector(hasNotText, false)}`);
  if (has !== undefined) add(`internal:has=${JSON.stringify(has.selector)}`);
  if (hasNot !== undefined) add(`internal:has-not=${JSON.stringify(hasNot.selector)}`);
  if (visible !== undefined) add(`visible=${visible}`);
  return selector;
}
