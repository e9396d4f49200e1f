// MicroPython ships without types; this is what the benches use of it.
declare module "@micropython/micropython-webassembly-pyscript" {
  interface MicroPython {
    runPython(program: string): unknown;
  }
  export function loadMicroPython(options: { heapsize: number; stdout: (line: string) => void }): Promise<MicroPython>;
}
