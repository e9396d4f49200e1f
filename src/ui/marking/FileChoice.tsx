import { type ChangeEvent, useLayoutEffect, useRef } from "react";

interface FileChoiceProps {
  readonly words: string;
  readonly accept?: string;
  /// Whether a folder is chosen; else files, as many as are wanted.
  readonly folder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/// A button that asks for files or a folder.
export function FileChoice({ words, accept, folder = false, onFiles }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current !== null) input.current.webkitdirectory = folder;
  }, [folder]);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // The same can be chosen again.
    event.target.value = "";
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <button type="button" className="button small line" onClick={() => input.current?.click()}>
        {words}
      </button>
      <input ref={input} type="file" accept={accept} multiple={!folder} hidden aria-label={words} onChange={choose} />
    </>
  );
}
