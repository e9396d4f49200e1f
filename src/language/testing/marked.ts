/// Takes «marks» out of a text and gives what they enclosed.
export function unmark(marked: string): { readonly text: string; readonly from: number; readonly to: number } {
  const from = marked.indexOf("«");
  const to = marked.indexOf("»") - 1;
  return { text: marked.replace("«", "").replace("»", ""), from, to };
}
