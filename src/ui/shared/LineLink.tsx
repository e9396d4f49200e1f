import { useApp } from "./context.ts";

interface LineLinkProps {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  /// `line 6` if not said otherwise.
  readonly text?: string;
}

/// Brings the editor to a line.
export function LineLink({ file, line, column = 1, text = `line ${line}` }: LineLinkProps) {
  const { view } = useApp();
  const go = () => view.setState({ reveal: { file, line, column }, pane: "code" });
  return (
    <button type="button" className="link" onClick={go}>
      {text}
    </button>
  );
}
