// What the help says. A test holds it against the keys that the page listens to and the views that it has.

import { type Action, actions } from "./actions.ts";

/// A key or several, and what they do.
export type KeyWords = readonly [keys: string, does: string];

/// Of those actions that have keys.
function keysOf(isMeant: (action: Action) => boolean): readonly KeyWords[] {
  return actions
    .filter(isMeant)
    .flatMap(({ name, keys, help = name }) => (keys === undefined ? [] : [[keys.join(", "), help] as const]));
}

/// The keys, by where they work.
export const keys = {
  Everywhere: [
    ...keysOf(({ editor, inProgram }) => editor === undefined && inProgram !== true),
    ["F", "Present: the code and the chip alone, in larger type; F or Escape ends it (outside text fields)"],
    ["Escape", "Close a dialog; cancel renaming; end a run that is played by itself"],
    ["Tab, Enter", "At the top of the page: skip to the program, the results or the chip"],
    ["Arrow keys, Home, End", "Move between tabs; move the divider between two panes"],
    ["Backspace", "On a divider: give both panes their usual sizes (also with a double click)"],
  ],
  "In the program": keysOf(({ editor, inProgram }) => editor !== undefined || inProgram === true),
  "When you look for an action": [
    ["Arrow keys, Page Up, Page Down", "Go to another action of the list"],
    ["Enter, Escape", "Do the chosen action; close the list"],
  ],
  "In the list of checks, under Teach": [
    ["Arrow keys", "Move between the checks"],
    ["Alt Arrow up, Alt Arrow down", "Move the check up or down"],
  ],
  "On the chip": [
    ["Arrow keys, Home, End", "Choose another core; the first or last in its row"],
    ["+ and -", "Zoom the map of a large chip"],
    ["Page Up, Page Down", "Move ten cores in the list of a large chip"],
  ],
  "In the player, on its slider": [
    ["Arrow keys", "Show the event before or the next one"],
    ["Home, End", "Show the start of the run; its end"],
  ],
  "In the byte code and the memory": [
    ["Arrow keys, Page Up, Page Down", "Go to another instruction or byte"],
    ["Home, End", "Go to the first or last instruction"],
    ["Enter, Escape", "Go to the instruction’s line in the program; clear the choice"],
  ],
  "In the output": [
    ["Arrow keys, Page Up, Home", "Scroll back and stop following new output; press Newest to follow again"],
  ],
  "In the console": [
    ["Enter, Shift Enter", "Run what you typed; begin a new line"],
    ["Arrow keys", "Bring back what you entered before (up), and go forward again (down)"],
    ["Tab", "Complete the name at the cursor; in an empty field, leave it"],
    ["Escape", "Close the list of names; clear the field"],
  ],
  "In the timeline": [
    ["W and S", "Zoom in or out (also with the wheel, at the pointer)"],
    ["A and D", "Move back or forward in time (also Shift with the wheel, or drag)"],
    ["Home", "Show all of the run"],
    ["Arrow keys, M", "Move between calls and cores; follow a message to its other end"],
    ["Enter, Escape", "Go to the chosen call’s lines; come back"],
    ["F, N", "Find calls; go to the next hit (with Shift to the one before)"],
    ["R", "Put the ruler down or take it away (also drag with Shift)"],
    ["P", "Pin the chosen core’s row to the top, or unpin it (also press its name)"],
  ],
  "On the timeline’s ruler": [
    ["Arrow keys", "Move the end that has the focus (with Shift further)"],
    ["Escape, Delete", "Take the ruler away"],
  ],
} satisfies Record<string, readonly KeyWords[]>;

export type KeyGroup = keyof typeof keys;

/// The views, in the words of the page.
export const views: readonly (readonly [string, string])[] = [
  [
    "Lessons",
    "Steps to read, results to predict, a program to write. Check runs it and shows which checks passed; Show it on the chip leads to the moment at which one fails. Hints open one at a time; " +
      "you can look at the solution and go back to your own program. Save progress takes your progress to another browser; Certificate saves what you passed, for others to verify.",
  ],
  [
    "Teach",
    "Under Lessons. Make an assignment: a task, a start, your solution, and checks that you choose from a list. Each check is tried on both " +
      "programs at once. Students get a link and save one file to hand in; Mark hand-ins runs a folder or .zip of them again, shows a table and saves it as CSV. Make lessons of your own in the same way, and save them as a pack; open a pack to edit it.",
  ],
  [
    "Examples and Files",
    "Small programs to start from; each opens as your own copy. Also your programs with their files, " +
      "earlier versions and deleted programs. If the page ever fails to start, add ?safe=1 to its address.",
  ],
  [
    "Full Python",
    "A program that imports epython runs in full Python; its functions marked @offload run on the cores. " +
      "The lessons in the chapter Offloading explain how. Lines # %% divide such a program into cells; notebooks (.ipynb) open as such programs.",
  ],
  [
    "Essentials and Everything",
    "Essentials shows what a program does: cores, lines, messages, variables, output. Everything adds how: addresses, memory, postboxes, byte code, cycles, energy, virtual cores. The switch is in the header, or in Run settings where the header has no room for it. Some lessons and links show Everything for a while.",
  ],
  [
    "Find an action",
    "F1 lists everything that can be done in the page, with its keys. Type a few letters of what you want; Enter does it. What cannot be done now says why.",
  ],
  ["Editor", "Your program. Problems are marked as you type; point at one, or open Problems, to learn more."],
  [
    "Share",
    "A link that contains the whole project, HTML to embed it in another page, and files to save and open. You can also drop files anywhere on the page.",
  ],
  [
    "Output",
    "What the cores print, each line with its core and virtual time: how long the real chip would have taken. Search the lines, sort them by time, or give each core a column. Cores that fail in the same way share one entry. Paste several lines to answer several questions.",
  ],
  ["Problems", "Problems in the program, and what went wrong while it ran: what each means, and where it is."],
  [
    "Printing",
    "Print in your browser prints the whole program and all of its output, with the settings and the result of the run.",
  ],
  [
    "Breakpoints",
    "Where the cores pause: at which lines, on which cores, under which conditions; when a value changes, a message arrives or a core fails. " +
      "A line that logs writes its message into the output instead, with values in braces, such as i is {i}. None of them changes what the program does or how long it takes on the chip.",
  ],
  [
    "Debugging",
    "While the run is paused, the values of the chosen core stand at the ends of its lines; point at a name to see its value. " +
      "The bar above the program says what the last step did. The editor’s context menu runs to the cursor (until the first core gets there), logs at a line, and watches a variable or shows it on all cores.",
  ],
  [
    "Timeline",
    "One row for each core over virtual time: computing and communicating are filled, waiting is hollow, and each message is an arrow. Point at a bar, or choose one, to see what it is, how long it took, and for whom it waited. Find looks for calls: recv core 3, line 12, waiting > 1 ms. Ruler measures the time between two moments. Rows can be pinned, and sorted by waiting. Where there are too many messages to draw, those of the chosen call are drawn. A run that was not recorded is made again for it, silently; only a run with full Python has to be recorded, and is once the timeline has been open. Messages shows who sent how much to whom, Summary where the time went, List one core’s calls in words.",
  ],
  [
    "Console",
    "For full Python: when the program is over, type more Python here, with all that the program has made. When cores are paused, type an expression to see its value on one core or on all.",
  ],
  ["Cells", "For full Python: runs the cells of a program one by one, each with its results below it."],
  ["Scaling", "How much faster the program runs on 2, 4 and more cores than on one."],
  [
    "Chip",
    "The cores: what each one does, at which line, and how full its 32 KB are; and the traffic on the links. Choose a core to see more. In a deadlock, arrows and words show who waits for whom, and where.",
  ],
  [
    "Player",
    "Watch it happen, under the chip, plays a run that is over, or what has happened so far in one that is on: messages travel with their values, and every view shows that moment. Go forwards and back, event by event or by the slider; What went on lists what cost time, such as a late sender, or a list in shared memory that is read again and again. " +
      "On a chip of more than 256 cores, the fuller a cell, the busier its core has been lately; a core that waits for others is not busy. Of many messages the 12 largest are drawn. The line below the buttons counts the others; open it to see how long “lately” is, and which messages are drawn. " +
      "Beside a variable, an element or a printed line, the arrow asks where the value comes from. Keep a run to compare the next one with it. Any view can be saved as a picture, as PNG or SVG, and the run on the chip or the timeline as a video. Share links to the moment that is shown. " +
      "Your first three runs with messages play by themselves; Run settings says which do.",
  ],
  [
    "On a phone",
    "One part of the page at a time. A run brings its output to the front, or the chip if the program sends messages, unless you choose another part or keep writing. The tabs show what happens elsewhere; a question always stays in view.",
  ],
  [
    "Byte code",
    "The instructions that your program was compiled to. A line, its instructions and their bytes are highlighted together.",
  ],
  ["Core", "The chosen core: its state and its memory."],
  [
    "Variables",
    "The chosen core’s variables and lists, and watches: expressions such as data[0]. Click an address to see the bytes, or the four squares to see a value on all cores, shaded from the least to the greatest.",
  ],
  ["Calls", "The functions that the core is in, and where each was called."],
  ["Postbox", "Messages that wait for the core, or that it has read."],
  ["Memory", "Every byte of the core’s memory, and what it is part of."],
];
