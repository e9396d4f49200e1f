// Monaco's own worker: it finds words and differences off the page's thread.
import "monaco-editor/editor/editor.worker";
