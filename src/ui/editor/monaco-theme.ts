import { editor } from "monaco-editor/editor";
import { currentTheme, onThemeChange, type ResolvedTheme } from "../theme/theme.ts";

const bases: Record<ResolvedTheme, editor.BuiltinTheme> = { light: "vs", dark: "vs-dark", contrast: "hc-black" };

/// Gives Monaco the page's colours, now and whenever they change. Returns a way to stop.
export function followPageTheme(): () => void {
  apply(currentTheme());
  return onThemeChange(apply);
}

function apply(theme: ResolvedTheme): void {
  const style = getComputedStyle(document.documentElement);
  // Monaco wants six digits; the build shortens colours to three where it can.
  const color = (name: string) =>
    style
      .getPropertyValue(`--${name}`)
      .trim()
      .replace(/^#([\da-f])([\da-f])([\da-f])$/i, "#$1$1$2$2$3$3");
  const rule = (token: string, name: string): editor.ITokenThemeRule => ({ token, foreground: color(name).slice(1) });
  editor.defineTheme("page", {
    base: bases[theme],
    inherit: true,
    rules: [
      rule("", "text"),
      rule("keyword", "keyword"),
      rule("string", "string"),
      rule("number", "number"),
      rule("function", "function"),
      rule("comment", "comment"),
      rule("delimiter", "text"),
    ],
    colors: {
      "editor.background": color("panel"),
      "editor.foreground": color("text"),
      "editorLineNumber.foreground": color("faint"),
      "editorLineNumber.activeForeground": color("text"),
      "editorCursor.foreground": color("text"),
      "editor.lineHighlightBackground": `${color("sunk")}80`,
      "editor.lineHighlightBorder": "#00000000",
      "editorError.foreground": color("fail"),
      "editorWarning.foreground": color("send"),
      "editorInfo.foreground": color("accent"),
      "editorHint.foreground": color("accent"),
      "editorHoverWidget.background": color("panel"),
      "editorHoverWidget.foreground": color("text"),
      "editorHoverWidget.border": color("rule-strong"),
      "editorWidget.background": color("panel"),
      "editorWidget.foreground": color("text"),
      "editorWidget.border": color("rule-strong"),
      "editorBracketHighlight.foreground1": color("text"),
      "editorBracketHighlight.foreground2": color("text"),
      "editorBracketHighlight.foreground3": color("text"),
      "editorBracketHighlight.unexpectedBracket.foreground": color("text"),
      "editorOverviewRuler.border": "#00000000",
      focusBorder: color("focus"),
    },
  });
  editor.setTheme("page");
}
