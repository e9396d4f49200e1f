import boot from "./boot.py?raw";
import consoleText from "./console.py?raw";
import init from "./epython/__init__.py?raw";
import data from "./epython/data.py?raw";
import device from "./epython/device.py?raw";
import errors from "./epython/errors.py?raw";
import handlers from "./epython/handlers.py?raw";
import host from "./epython/host.py?raw";
import kernels from "./epython/kernels.py?raw";
import launcher from "./epython/launcher.py?raw";
import messages from "./epython/messages.py?raw";
import options from "./epython/options.py?raw";
import program from "./epython/program.py?raw";
import source from "./epython/source.py?raw";
import values from "./epython/values.py?raw";

/// The files of the library that full Python starts with: the text of each, by its path there.
export const libraryFiles: ReadonlyMap<string, string> = new Map([
  ["_epython_boot.py", boot],
  ["_epython_console.py", consoleText],
  ["epython/__init__.py", init],
  ["epython/data.py", data],
  ["epython/device.py", device],
  ["epython/errors.py", errors],
  ["epython/handlers.py", handlers],
  ["epython/host.py", host],
  ["epython/kernels.py", kernels],
  ["epython/launcher.py", launcher],
  ["epython/messages.py", messages],
  ["epython/options.py", options],
  ["epython/program.py", program],
  ["epython/source.py", source],
  ["epython/values.py", values],
]);
