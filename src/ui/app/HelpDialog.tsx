import { Dialog } from "./Dialog.tsx";
import "./help.css";

const keys: readonly (readonly [string, string])[] = [
  ["Ctrl Enter", "Run the open file"],
  ["F10", "Step to the next line; with nothing running, start before the first line"],
  ["F11, Shift F11", "Step into the function that is called; out of the one that is running"],
  ["Shift F10", "Step back"],
  ["Ctrl F10", "Run to the line of the cursor"],
  ["F6", "Pause"],
  ["F9", "Set a breakpoint on the line of the cursor, or take it away"],
  ["Ctrl S", "Keep it now (it is kept as you type, too)"],
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
  ["Shift Alt F", "Put the spaces and the indentation in order"],
  ["Ctrl Shift [ and ]", "Fold a block, or unfold it"],
  ["F8", "Go to the next problem in the program"],
  ["Ctrl M", "Let Tab leave the editor, or indent again"],
  ["Arrow keys", "Go from core to core on the chip, from tab to tab in a row of tabs"],
  ["W and S", "In the timeline: show a shorter, or a longer, part of the time; the wheel does so at the pointer"],
  ["A and D", "In the timeline: go back, or on, in time; so does Shift with the wheel, or dragging"],
  ["Home", "In the timeline: show all of the run"],
  ["Arrow keys, M", "In the timeline: go from call to call and from core to core; along a message to its other end"],
  ["Enter, Escape", "In the timeline: go to the lines of what is chosen; come back"],
  ["?", "Show this list (outside the editor)"],
];

const views: readonly (readonly [string, string])[] = [
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
    "Small programs to begin with; each opens as a copy of your own. Your programs and their files.",
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
    "What the cores print, with the core and its virtual time: the time it would have taken on the real chip. Find lines, sort them by that time, or give each core a column.",
  ],
  [
    "Problems",
    "What is wrong with the program, and what went wrong while it ran, with what it means and where it stands.",
  ],
  ["Breakpoints", "Where the cores are to stop, on which of them, and under which condition."],
  [
    "Timeline",
    "A row a core over virtual time: computing, communicating and, hollow, waiting; an arrow for each message. Choose one to reach its lines. Messages shows who sent how much to whom, Summary where the time went and what decided how long it took, List one core’s calls in words.",
  ],
  ["Scaling", "How much faster the program is on more cores, measured on 1, 2, 4 and so on."],
  ["Chip", "The sixteen cores: what each one does, at which line, and how full its 32 KB are. Choose one to see more."],
  ["Byte code", "What the program was turned into; line, instruction and bytes light up together."],
  [
    "Core",
    "The chosen core from all sides: its variables, its calls, the postbox in which messages wait for it, and every byte of its memory.",
  ],
];

/// What there is and which keys do it.
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Help" onClose={onClose}>
      <div className="help">
        <p>
          Write a program in ePython, the imperative part of Python, and press Run. Every core of a simulated Epiphany
          chip runs the same program; <code>coreid()</code> tells them apart.
        </p>
        <h3>Keys</h3>
        <dl>
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <h3>Views</h3>
        <dl>
          {views.map(([name, what]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
