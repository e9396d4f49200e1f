// What the help says. A test holds it against the keys that the page listens to and the views that it has.

/// A key or several, and what they do.
export type KeyWords = readonly [keys: string, does: string];

/// The keys, by where they work.
export const keys = {
  Everywhere: [
    ["Ctrl Enter", "Run the open file; go on, after a pause"],
    ["F10", "Step to the next line; with nothing running, start before the first line"],
    ["F11, Shift F11", "Step into the function that is called; out of the one that is running"],
    ["Shift F10", "Step back"],
    ["Ctrl F10", "Run to the line of the cursor"],
    ["F6", "Pause"],
    ["Ctrl S", "Keep it now (it is kept as you type, too)"],
    ["F1, ?", "Show this help; ? does so outside the editor"],
    ["Escape", "Close a dialog; leave a field in which something gets another name"],
    ["Tab, Enter", "From the top of the page: skip to the program, the results or the chip"],
    ["Arrow keys, Home, End", "Go from tab to tab in a row of tabs; move a divider between two panes"],
  ],
  "In the program": [
    ["F9", "Set a breakpoint on the line of the cursor, or take it away"],
    ["Ctrl M", "Let Tab leave the editor, or indent again"],
    ["Shift Alt F", "Put the spaces and the indentation in order"],
    ["Ctrl /", "Turn the selected lines into comments, or back"],
    ["Ctrl F", "Find in the program"],
    ["Ctrl Space", "Show what can be written here; Tab takes it"],
    ["Ctrl K, Ctrl I", "Show what the word at the cursor means"],
    ["Ctrl Shift Space", "Show what a function is called with"],
    ["Ctrl .", "Mend what is wrong in this line"],
    ["F2", "Rename, in all files of the program"],
    ["F12", "Go to where a name is defined"],
    ["Shift F12", "Show where a name is used"],
    ["Ctrl Shift O", "Go to a function or variable of the file"],
    ["Ctrl Shift [ and ]", "Fold a block, or unfold it"],
    ["F8", "Go to the next problem in the program"],
    ["Ctrl Shift P", "Show all commands of the editor; so does its context menu"],
  ],
  "On the chip": [
    ["Arrow keys, Home, End", "Choose another core; the first or last of its row"],
    ["+ and -", "On the map of a large chip: zoom"],
    ["Page Up, Page Down", "In the list of a large chip’s cores: ten further"],
  ],
  "In the byte code and the memory": [
    ["Arrow keys, Page Up, Page Down", "Go to another instruction, or byte"],
    ["Home, End", "Go to the first or last instruction"],
    ["Enter, Escape", "Go to the instruction’s line in the program; choose none"],
  ],
  "In the output": [["Arrow keys, Page Up, Home", "Scroll back, and no longer follow what is new; Newest does again"]],
  "In the timeline": [
    ["W and S", "Show a shorter, or a longer, part of the time; the wheel does so at the pointer"],
    ["A and D", "Go back, or on, in time; so does Shift with the wheel, or dragging"],
    ["Home", "Show all of the run"],
    ["Arrow keys, M", "Go from call to call and from core to core; along a message to its other end"],
    ["Enter, Escape", "Go to the lines of what is chosen; come back"],
  ],
} satisfies Record<string, readonly KeyWords[]>;

export type KeyGroup = keyof typeof keys;

/// The views, in the words of the page.
export const views: readonly (readonly [string, string])[] = [
  [
    "Lessons",
    "Steps to read, questions to predict, a program to write. Check runs it and says what holds. Hints open one at a time; " +
      "the solution can be shown and taken back, and your own program is kept. Save progress carries it to another browser.",
  ],
  [
    "Assignments",
    "Under Lessons, a teacher makes a link of the open program: a task, lines that stay as they are, and checks. Students " +
      "save one file to hand in; epython lesson check marks them. Packs are lessons of a teacher’s own.",
  ],
  [
    "Examples and Files",
    "Small programs to begin with; each opens as a copy of your own. Your programs and their files, " +
      "their earlier versions, and what you deleted. Should the page not start, add ?safe=1 to its address.",
  ],
  [
    "Full Python",
    "A program that imports epython runs in full Python on the host, and its functions marked @offload run on the cores. " +
      "The lessons of the chapter Offloading begin with it.",
  ],
  ["Editor", "Your program. Mistakes are marked as you type; point at one, or see Problems, to learn more."],
  [
    "Share",
    "A link that holds the whole project, HTML that puts it into another page, and files, out and in. Files may also be dropped anywhere on the page.",
  ],
  [
    "Output",
    "What the cores print, with the core and its virtual time: the time it would have taken on the real chip. Find lines, sort them by that time, or give each core a column. Cores that fail alike are one entry, with what differs from core to core inside. Paste several lines to answer several questions.",
  ],
  [
    "Problems",
    "What is wrong with the program, and what went wrong while it ran, with what it means and where it stands.",
  ],
  [
    "Printing",
    "The browser’s Print gives the whole program and all of its output, black on white, with how it was run and how it came out.",
  ],
  ["Breakpoints", "Where the cores are to stop, on which of them, and under which condition."],
  [
    "Timeline",
    "A row a core over virtual time: computing, communicating and, hollow, waiting; an arrow for each message. Choose one to reach its lines. Messages shows who sent how much to whom, Summary where the time went and what decided how long it took, List one core’s calls in words.",
  ],
  ["Scaling", "How much faster the program is on more cores than on one, measured on 1, 2, 4 and so on."],
  [
    "Chip",
    "The cores: what each one does, at which line, and how full its 32 KB are; what goes over the links. Choose a core to see more. In a deadlock, who waits for whom and where, as arrows and in words.",
  ],
  [
    "On a phone",
    "One part of the page at a time. A run brings its output to the front, or the chip while nothing is printed, unless you have chosen another part or gone on writing. The tabs say what happens elsewhere; a question stays in sight.",
  ],
  ["Byte code", "What the program was turned into; line, instruction and bytes light up together."],
  ["Core", "The chosen core: its state, and how its memory is laid out."],
  ["Variables", "The chosen core’s variables and what is in its lists. An address leads to the bytes."],
  ["Calls", "Which functions the core is in, and where they were called."],
  ["Postbox", "The messages of other cores that wait for it, or that it has read."],
  ["Memory", "Every byte of the core’s memory, and what it belongs to."],
];
