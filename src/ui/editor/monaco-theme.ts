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
      "widget.border": color("rule-strong"),
      "menu.background": color("panel"),
      "menu.foreground": color("text"),
      "menu.border": color("rule-strong"),
      "menu.selectionBackground": color("accent-soft"),
      "menu.selectionForeground": color("text"),
      "widget.shadow": "#00000040",
      "editorSuggestWidget.background": color("panel"),
      "editorSuggestWidget.border": color("rule-strong"),
      "editorSuggestWidget.foreground": color("text"),
      "editorSuggestWidget.highlightForeground": color("accent"),
      "editorSuggestWidget.focusHighlightForeground": color("accent"),
      "editorSuggestWidget.selectedBackground": color("accent-soft"),
      "editorSuggestWidget.selectedForeground": color("text"),
      "editorSuggestWidget.selectedIconForeground": color("text"),
      "editorActionList.background": color("panel"),
      "editorActionList.foreground": color("text"),
      "editorActionList.focusBackground": color("accent-soft"),
      "editorActionList.focusForeground": color("text"),
      "list.hoverBackground": color("accent-soft"),
      "list.hoverForeground": color("text"),
      "list.focusBackground": color("accent-soft"),
      "list.focusForeground": color("text"),
      "list.activeSelectionBackground": color("accent-soft"),
      "list.activeSelectionForeground": color("text"),
      "list.inactiveSelectionBackground": color("accent-soft"),
      "list.highlightForeground": color("accent"),
      "list.focusHighlightForeground": color("accent"),
      "quickInput.background": color("panel"),
      "quickInput.foreground": color("text"),
      "quickInputList.focusBackground": color("accent-soft"),
      "quickInputList.focusForeground": color("text"),
      "pickerGroup.border": color("rule"),
      "pickerGroup.foreground": color("faint"),
      "input.background": color("panel"),
      "input.foreground": color("text"),
      "input.border": color("rule-strong"),
      "input.placeholderForeground": color("faint"),
      "inputValidation.infoBackground": color("panel"),
      "inputValidation.infoForeground": color("text"),
      "inputValidation.infoBorder": color("accent"),
      "textLink.foreground": color("accent"),
      "textLink.activeForeground": color("accent"),
      "textCodeBlock.background": color("sunk"),
      "textPreformat.foreground": color("text"),
      "textPreformat.background": color("sunk"),
      "icon.foreground": color("soft"),
      descriptionForeground: color("soft"),
      "symbolIcon.functionForeground": color("function"),
      "symbolIcon.methodForeground": color("function"),
      "symbolIcon.variableForeground": color("number"),
      "symbolIcon.constantForeground": color("number"),
      "symbolIcon.moduleForeground": color("string"),
      "symbolIcon.keywordForeground": color("keyword"),
      "editorGutter.foldingControlForeground": color("faint"),
      "editor.foldBackground": `${color("sunk")}80`,
      "editorLightBulb.foreground": color("send"),
      "editorLightBulbAutoFix.foreground": color("accent"),
      "editorOverviewRuler.border": "#00000000",
      focusBorder: color("focus"),
      // Black in Monaco's own theme, which is not to be read where the line has a colour of ours.
      ...(theme === "contrast" && {
        "editor.selectionForeground": color("text"),
        "editor.selectionBackground": color("accent-soft"),
      }),
    },
  });
  editor.setTheme("page");
}
