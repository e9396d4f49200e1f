/// `import text from "./parallel.py?raw"` gives the file's text, in every build.
declare module "*?raw" {
  const text: string;
  export default text;
}
